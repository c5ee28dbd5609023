<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>ChoicesField</name>
    <message numerus="yes">
        <source>You have chosen %n already. Take one away first.</source>
        <translation>
            <numerusform>You have chosen %n already. Take one away first.</numerusform>
            <numerusform>You have chosen %n already. Take one away first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContributePage</name>
    <message numerus="yes">
        <source>%n conversation(s) wait to be handed in</source>
        <translation>
            <numerusform>%n conversation waits to be handed in</numerusform>
            <numerusform>%n conversations wait to be handed in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more wait for a later file: an employee counts at most once a year, and a file holds one set of questions.</source>
        <translation>
            <numerusform>%n more waits for a later file: an employee counts at most once a year, and a file holds one set of questions.</numerusform>
            <numerusform>%n more wait for a later file: an employee counts at most once a year, and a file holds one set of questions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n go together in one file, so that nobody can be pointed out.</source>
        <translation>
            <numerusform>At least %n goes together in one file, so that nobody can be pointed out.</numerusform>
            <numerusform>At least %n go together in one file, so that nobody can be pointed out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more, and you can hand in. Until then everything stays with you.</source>
        <translation>
            <numerusform>%n more, and you can hand in. Until then everything stays with you.</numerusform>
            <numerusform>%n more, and you can hand in. Until then everything stays with you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds counts from %n conversation(s): the questions above, the half-year and the area. No names, no dates, nothing anybody has written.</source>
        <translation>
            <numerusform>The file holds counts from %n conversation: the questions above, the half-year and the area. No names, no dates, nothing anybody has written.</numerusform>
            <numerusform>The file holds counts from %n conversations: the questions above, the half-year and the area. No names, no dates, nothing anybody has written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message numerus="yes">
        <source>%n daily cop(y/ies) lie beside the conversations, the newest of %1.</source>
        <translation>
            <numerusform>%n daily cop(y/ies) lie beside the conversations, the newest of %1.</numerusform>
            <numerusform>%n daily cop(y/ies) lie beside the conversations, the newest of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeedsPage</name>
    <message numerus="yes">
        <source>✓ All %n line(s) stand as they were written.</source>
        <translation>
            <numerusform>✓ The line stands as it was written.</numerusform>
            <numerusform>✓ All %n lines stand as they were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsStep</name>
    <message numerus="yes">
        <source>%n seal(s) in the pack</source>
        <translation>
            <numerusform>%n seal in the pack</numerusform>
            <numerusform>%n seals in the pack</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kB</source>
        <translation>
            <numerusform>%n kB</numerusform>
            <numerusform>%n kB</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message numerus="yes">
        <source>At least %n characters. Four or five words that only you would put together are easy to remember and hard to guess.</source>
        <translation>
            <numerusform>At least %n characters. Four or five words that only you would put together are easy to remember and hard to guess.</numerusform>
            <numerusform>At least %n characters. Four or five words that only you would put together are easy to remember and hard to guess.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s)</source>
        <translation>
            <numerusform>%n more character</numerusform>
            <numerusform>%n more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpPage</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoingCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message numerus="yes">
        <source>✓ All is whole: %n conversation(s), %1 papers, the log.</source>
        <translation>
            <numerusform>✓ All is whole: %n conversation, %1 papers, the log.</numerusform>
            <numerusform>✓ All is whole: %n conversations, %1 papers, the log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest good copy is of %1. %n conversation(s) were written in after that; what was written then would be missing.</source>
        <translation>
            <numerusform>The newest good copy is of %1. %n conversation was written in after that; what was written then would be missing.</numerusform>
            <numerusform>The newest good copy is of %1. %n conversations were written in after that; what was written then would be missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HrPage</name>
    <message numerus="yes">
        <source>%n file(s) taken</source>
        <translation>
            <numerusform>%n file taken</numerusform>
            <numerusform>%n files taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n not taken</numerusform>
            <numerusform>%n not taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message numerus="yes">
        <source>%n row(s) come along.</source>
        <translation>
            <numerusform>%n row come along.</numerusform>
            <numerusform>%n rows come along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingCard</name>
    <message numerus="yes">
        <source>%n file(s) lie encrypted in HR&apos;s vault on this computer.</source>
        <translation>
            <numerusform>%n file lie encrypted in HR&apos;s vault on this computer.</numerusform>
            <numerusform>%n files lie encrypted in HR&apos;s vault on this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message numerus="yes">
        <source>Locks in %n minute(s). Touch a key to go on.</source>
        <translation>
            <numerusform>Locks in %n minute. Touch a key to go on.</numerusform>
            <numerusform>Locks in %n minutes. Touch a key to go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message numerus="yes">
        <source>At least %n characters. Four or five words that only you would put together are easy to remember and hard to guess.</source>
        <translation>
            <numerusform>At least %n characters. Four or five words that only you would put together are easy to remember and hard to guess.</numerusform>
            <numerusform>At least %n characters. Four or five words that only you would put together are easy to remember and hard to guess.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s)</source>
        <translation>
            <numerusform>%n more character</numerusform>
            <numerusform>%n more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferedCard</name>
    <message numerus="yes">
        <source>%n leader(s) have sent a receipt for %1.</source>
        <translation>
            <numerusform>%n leader have sent a receipt for %1.</numerusform>
            <numerusform>%n leaders have sent a receipt for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have offered it to everybody.</source>
        <translation>
            <numerusform>%n of them have offered it to everybody.</numerusform>
            <numerusform>%n of them have offered it to everybody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The hand-ins of the half-year hold %n conversation(s): about %1 % of the group.</source>
        <translation>
            <numerusform>The hand-ins of the half-year hold %n conversation: about %1 % of the group.</numerusform>
            <numerusform>The hand-ins of the half-year hold %n conversations: about %1 % of the group.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnKeyCard</name>
    <message numerus="yes">
        <source>The key runs out in %n day(s). Make a new one in good time and tell HR its number.</source>
        <translation>
            <numerusform>The key runs out in %n day. Make a new one in good time and tell HR its number.</numerusform>
            <numerusform>The key runs out in %n days. Make a new one in good time and tell HR its number.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pacing</name>
    <message numerus="yes">
        <source>You have talked for %n minute(s)</source>
        <translation>
            <numerusform>You have talked for %n minute</numerusform>
            <numerusform>You have talked for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The theme often takes about %n minute(s)</source>
        <translation>
            <numerusform>The theme often takes about %n minute</numerusform>
            <numerusform>The theme often takes about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionPicker</name>
    <message numerus="yes">
        <source>%n question(s) are chosen. At most eight may be.</source>
        <translation>
            <numerusform>%n question is chosen. At most eight may be.</numerusform>
            <numerusform>%n questions are chosen. At most eight may be.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message numerus="yes">
        <source>%n question(s) are chosen. Give this line to IT, who sets it for all leaders:</source>
        <translation>
            <numerusform>%n question are chosen. Give this line to IT, who sets it for all leaders:</numerusform>
            <numerusform>%n questions are chosen. Give this line to IT, who sets it for all leaders:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message numerus="yes">
        <source>✓ The copy is whole. It was made on %1 and holds %n conversation(s).</source>
        <translation>
            <numerusform>✓ The copy is whole. It was made on %1 and holds %n conversation.</numerusform>
            <numerusform>✓ The copy is whole. It was made on %1 and holds %n conversations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer cop(y/ies) are damaged and were passed over.</source>
        <translation>
            <numerusform>A newer copy is damaged and was passed over.</numerusform>
            <numerusform>%n newer copies are damaged and were passed over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>✓ %n chart(s) saved</source>
        <translation>
            <numerusform>✓ %n chart saved</numerusform>
            <numerusform>✓ %n charts saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SealsCard</name>
    <message numerus="yes">
        <source>%n entr(y/ies) of the list were new.</source>
        <translation>
            <numerusform>%n entry of the list was new.</numerusform>
            <numerusform>%n entries of the list were new.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message numerus="yes">
        <source>%n in the group have not been offered the conversation yet.</source>
        <translation>
            <numerusform>%n in the group have not been offered the conversation yet.</numerusform>
            <numerusform>%n in the group have not been offered the conversation yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %n person(s) are on the list now</source>
        <translation>
            <numerusform>✓ %n person are on the list now</numerusform>
            <numerusform>✓ %n persons are on the list now</numerusform>
        </translation>
    </message>
</context>
</TS>
