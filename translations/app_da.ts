<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en">
<context>
    <name>AgreementsPage</name>
    <message>
        <source>Agreements</source>
        <translation>Aftaler</translation>
    </message>
    <message>
        <source>What will you do, who does it, and when do you look at it again? No agreement is a result too.</source>
        <translation>Hvad gør I, hvem gør det, og hvornår ser I på det igen? Ingen aftaler er også et resultat.</translation>
    </message>
    <message>
        <source>From your wishes</source>
        <translation>Ud fra jeres ønsker</translation>
    </message>
    <message>
        <source>Add an agreement</source>
        <translation>Tilføj en aftale</translation>
    </message>
    <message>
        <source>Write what you need. Those that can start tomorrow stand first, and nothing you search for is kept.</source>
        <translation>Skriv, hvad du har brug for. Det, der kan starte i morgen, står først. Det, du søger efter, bliver ikke gemt.</translation>
    </message>
    <message>
        <source>No agreements yet. You may go on without.</source>
        <translation>Ingen aftaler endnu. I kan godt gå videre uden.</translation>
    </message>
    <message>
        <source>Add the agreement: %1</source>
        <translation>Tilføj aftalen: %1</translation>
    </message>
</context>
<context>
    <name>Book</name>
    <message>
        <source>Save as workbook …</source>
        <translation>Gem som projektmappe …</translation>
    </message>
    <message>
        <source>Read a workbook …</source>
        <translation>Læs en projektmappe …</translation>
    </message>
    <message>
        <source>Save the workbook</source>
        <translation>Gem projektmappen</translation>
    </message>
    <message>
        <source>Read a workbook</source>
        <translation>Læs en projektmappe</translation>
    </message>
    <message>
        <source>The workbook is being saved …</source>
        <translation>Projektmappen bliver gemt …</translation>
    </message>
    <message>
        <source>✓ Saved: %1</source>
        <translation>✓ Gemt: %1</translation>
    </message>
    <message>
        <source>The workbook is being read …</source>
        <translation>Projektmappen bliver læst …</translation>
    </message>
    <message>
        <source>✓ The workbook&apos;s words stand here now.</source>
        <translation>✓ Nu står projektmappens ord her.</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 af %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
</context>
<context>
    <name>ChoicesField</name>
    <message>
        <source>Most important of them</source>
        <translation>Vigtigst af dem</translation>
    </message>
    <message numerus="yes">
        <source>You have chosen %n already. Take one away first.</source>
        <translation>
            <numerusform>Du har allerede valgt %n. Fjern den først.</numerusform>
            <numerusform>Du har allerede valgt %n. Fjern en af dem først.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not pointed out</source>
        <translation>Ikke udpeget</translation>
    </message>
</context>
<context>
    <name>CloseCard</name>
    <message>
        <source>Texts, your preparation and notes, sensitive answers and your copy of the conversation sheet are deleted. The agreements stay until the next talk, two years at most.</source>
        <translation>Tekster, din forberedelse og dine noter, følsomme svar og din kopi af samtalearket bliver slettet. Aftalerne bliver til næste samtale, dog højst to år.</translation>
    </message>
    <message>
        <source>Close the conversation</source>
        <translation>Afslut samtalen</translation>
    </message>
    <message>
        <source>Close this conversation now?</source>
        <translation>Vil du afslutte samtalen nu?</translation>
    </message>
    <message>
        <source>What is deleted cannot be brought back. Has the employee got a copy?</source>
        <translation>Det, der slettes, kan ikke hentes tilbage. Har medarbejderen fået et eksemplar?</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Afslut</translation>
    </message>
    <message>
        <source>The conversation is closed.</source>
        <translation>Samtalen er afsluttet.</translation>
    </message>
    <message>
        <source>When everything is done</source>
        <translation>Når alt er på plads</translation>
    </message>
    <message>
        <source>The conversation must not be deleted now, so it cannot be closed.</source>
        <translation>Samtalen må ikke slettes nu, og derfor kan den ikke afsluttes.</translation>
    </message>
    <message>
        <source>You have agreed to meet again on %1. Closing comes best after that.</source>
        <translation>I har aftalt at mødes igen den %1. Afslut helst først bagefter.</translation>
    </message>
</context>
<context>
    <name>ContributePage</name>
    <message>
        <source>Hand in to HR</source>
        <translation>Aflever til HR</translation>
    </message>
    <message>
        <source>HR gets one file with counts from several conversations together. Papers, notes and names stay here.</source>
        <translation>HR får én fil med antal fra flere samtaler lagt sammen. Ark, noter og navne bliver her.</translation>
    </message>
    <message>
        <source>Sealed before</source>
        <translation>Afleveret tidligere</translation>
    </message>
    <message>
        <source>Discussed in HovedMED on</source>
        <translation>Drøftet i HovedMED den</translation>
    </message>
    <message>
        <source>The counts are handed in only when HovedMED has talked about them. HR knows the day.</source>
        <translation>Tallene afleveres først, når HovedMED har drøftet dem. HR kender datoen.</translation>
    </message>
    <message>
        <source>Save the day</source>
        <translation>Gem datoen</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Det bliver talt</translation>
    </message>
    <message>
        <source>What HR can see, and what nobody can see</source>
        <translation>Hvad kan HR se, og hvad kan ingen se</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>Læs mere</translation>
    </message>
    <message>
        <source>If you have talked with everybody who is offered the conversation, it is known who took part – never what anybody answered. A sealed file cannot be changed: later conversations go into the next one.</source>
        <translation>Har du talt med alle, der får tilbuddet, ved man, hvem der deltog – aldrig hvad nogen svarede. En forseglet fil kan ikke ændres: senere samtaler kommer med i den næste.</translation>
    </message>
    <message>
        <source>As many conversations wait as there are employees in the group on your staff list. So HR can know who took part – still not what anybody answered.</source>
        <translation>Der venter lige så mange samtaler, som der er medarbejdere i målgruppen på din medarbejderliste. Så kan HR vide, hvem der har holdt samtale – men stadig ikke, hvad nogen svarede.</translation>
    </message>
    <message>
        <source>Seal and save …</source>
        <translation>Forsegl og gem …</translation>
    </message>
    <message>
        <source>The file is sealed and saved</source>
        <translation>Filen er forseglet og gemt</translation>
    </message>
    <message>
        <source>All that the file holds</source>
        <translation>Alt, hvad der står i filen</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) wait to be handed in</source>
        <translation>
            <numerusform>%n samtale venter på at blive afleveret</numerusform>
            <numerusform>%n samtaler venter på at blive afleveret</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversations wait to be handed in</source>
        <translation>Ingen samtaler venter på at blive afleveret</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait for a later file: an employee counts at most once a year, and a file holds one set of questions.</source>
        <translation>
            <numerusform>%n mere venter på en senere fil: en medarbejder tæller højst én gang om året, og en fil har ét sæt spørgsmål.</numerusform>
            <numerusform>%n flere venter på en senere fil: en medarbejder tæller højst én gang om året, og en fil har ét sæt spørgsmål.</numerusform>
        </translation>
    </message>
    <message>
        <source>This half-year (%1) is handed in. Conversations held since then go into the next one.</source>
        <translation>Dette halvår (%1) er afleveret. Samtaler, der er holdt siden, kommer med i det næste.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n go together in one file, so that nobody can be pointed out.</source>
        <translation>
            <numerusform>Der skal mindst %n i en fil, så ingen kan udpeges.</numerusform>
            <numerusform>Der skal mindst %n sammen i en fil, så ingen kan udpeges.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more, and you can hand in. Until then everything stays with you.</source>
        <translation>
            <numerusform>%n mere, så kan du aflevere. Indtil da bliver alt hos dig.</numerusform>
            <numerusform>%n mere, så kan du aflevere. Indtil da bliver alt hos dig.</numerusform>
        </translation>
    </message>
    <message>
        <source>A conversation counts when it is held and the employee has answered the last three questions, or chosen not to.</source>
        <translation>En samtale tæller med, når den er holdt, og medarbejderen har svaret på de sidste tre spørgsmål eller valgt ikke at svare.</translation>
    </message>
    <message>
        <source>There are enough. One thing is missing: the day on which HovedMED talked about it.</source>
        <translation>Der er nok. Der mangler én ting: datoen, hvor HovedMED drøftede det.</translation>
    </message>
    <message>
        <source>There are enough. Discussed in HovedMED on %1.</source>
        <translation>Der er nok. Drøftet i HovedMED den %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n samtale</numerusform>
            <numerusform>%n samtaler</numerusform>
        </translation>
    </message>
    <message>
        <source>Save again …</source>
        <translation>Gem igen …</translation>
    </message>
    <message>
        <source>Save again … %1</source>
        <translation>Gem igen … %1</translation>
    </message>
    <message>
        <source>That day has not come yet.</source>
        <translation>Den dag er ikke kommet endnu.</translation>
    </message>
    <message>
        <source>Signing …</source>
        <translation>Underskriver …</translation>
    </message>
    <message>
        <source>Where shall the file for HR be saved?</source>
        <translation>Hvor skal filen til HR gemmes?</translation>
    </message>
    <message>
        <source>Sealing …</source>
        <translation>Forsegler …</translation>
    </message>
    <message numerus="yes">
        <source>The file holds counts from %n conversation(s): the questions above, the half-year and the area. No names, no dates, nothing anybody has written.</source>
        <translation>
            <numerusform>Filen viser antal fra %n samtale: spørgsmålene ovenfor, halvåret og området. Ingen navne, ingen datoer, intet, nogen har skrevet.</numerusform>
            <numerusform>Filen viser antal fra %n samtaler: spørgsmålene ovenfor, halvåret og området. Ingen navne, ingen datoer, intet, nogen har skrevet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Beside it lie a text for HR that says the same, and a description for other programs.</source>
        <translation>Ved siden af ligger en tekst til HR, der siger det samme, og en beskrivelse til andre programmer.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Gemmer …</translation>
    </message>
    <message>
        <source>✓ Saved: %1</source>
        <translation>✓ Gemt: %1</translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message>
        <source>Copies</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Save one elsewhere now and then, for example on your own network drive. It is encrypted and opens with your passphrase or your recovery sheet of today. It is yours to delete.</source>
        <translation>Gem en et andet sted af og til, fx på dit eget netværksdrev. Den er krypteret og åbner med den adgangssætning og det nøgleark, du har i dag. Det er dig, der sletter den igen.</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>Gem en kopi …</translation>
    </message>
    <message numerus="yes">
        <source>%n daily cop(y/ies) lie beside the conversations, the newest of %1.</source>
        <translation>
            <numerusform>%n daglig kopi ligger ved siden af samtalerne, fra %1.</numerusform>
            <numerusform>%n daglige kopier ligger ved siden af samtalerne, den nyeste fra %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no daily copy yet. One is made the next time you open the conversations.</source>
        <translation>Der er ingen daglig kopi endnu. Den bliver lavet, næste gang du åbner samtalerne.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Gem en kopi</translation>
    </message>
    <message>
        <source>Saving and looking at the copy …</source>
        <translation>Gemmer og ser kopien efter …</translation>
    </message>
    <message>
        <source>✓ Saved, and every page looked at: %1</source>
        <translation>✓ Gemt, og hver side er set efter: %1</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Now it is only you who answers</source>
        <translation>Nu er det kun dig, der svarer</translation>
    </message>
    <message>
        <source>Your leader does not see your answers in the program. HR sees counts only, made a little imprecise, so nobody can be sure what you answered.</source>
        <translation>Dine svar vises ikke i programmet. HR ser kun antal, og de er gjort lidt upræcise, så ingen kan være sikker på, hvad du svarede.</translation>
    </message>
    <message>
        <source>Until they are counted they lie encrypted on this computer; then they are deleted from it. You may leave any of them open.</source>
        <translation>Indtil svarene er talt med, ligger de krypteret på denne computer. Derefter bliver de slettet herfra. Du kan lade alle spørgsmål stå åbne.</translation>
    </message>
    <message>
        <source>Save a copy of my answers …</source>
        <translation>Gem en kopi af mine svar …</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>Jeg er færdig</translation>
    </message>
    <message>
        <source>Saved: %1. Keep it where only you can read it.</source>
        <translation>Gemt: %1. Læg den, hvor kun du kan læse den.</translation>
    </message>
</context>
<context>
    <name>DayBox</name>
    <message>
        <source>dd-mm-yyyy</source>
        <translation>dd-mm-åååå</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Write a date between %1 and %2</source>
        <translation>Skriv en dato mellem %1 og %2</translation>
    </message>
    <message>
        <source>Write the date as 23-11-2026</source>
        <translation>Skriv datoen som 23-11-2026</translation>
    </message>
    <message>
        <source>Choose a date</source>
        <translation>Vælg en dato</translation>
    </message>
</context>
<context>
    <name>DeedsPage</name>
    <message>
        <source>The log</source>
        <translation>Loggen</translation>
    </message>
    <message>
        <source>What was done on this computer, and when. Never what was written.</source>
        <translation>Hvad der er gjort på denne computer, og hvornår. Aldrig hvad der er skrevet.</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Det viser den</translation>
    </message>
    <message>
        <source>Each line is sealed together with the one before. A line that was changed or taken out without the key is noticed. Whoever can open the conversations could write the log anew, and times are the computer&apos;s clock: it helps you remember and finds mistakes, but it proves nothing to others. It says by which key the conversations were opened, not which person sat here.</source>
        <translation>Hver linje er forseglet sammen med den forrige. Bliver en linje ændret eller taget ud uden nøglen, opdages det. Den, der kan åbne samtalerne, kunne skrive loggen om, og tiderne er computerens ur: Den hjælper dig med at huske og finder fejl, men den er ikke et bevis over for andre. Den siger, med hvilken nøgle samtalerne blev åbnet, ikke hvem der sad her.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Hvilken</translation>
    </message>
    <message>
        <source>Reading the log …</source>
        <translation>Læser loggen …</translation>
    </message>
    <message numerus="yes">
        <source>✓ All %n line(s) stand as they were written.</source>
        <translation>
            <numerusform>✓ Linjen står, som den blev skrevet.</numerusform>
            <numerusform>✓ Alle %n linjer står, som de blev skrevet.</numerusform>
        </translation>
    </message>
    <message>
        <source>A line was changed, or is missing. Nobody with the key in the ordinary way does that: tell your IT department.</source>
        <translation>En linje er ændret eller mangler. Det sker ikke ved almindelig brug: Sig det til din it-afdeling.</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Due now and soon</source>
        <translation>Nu og snart</translation>
    </message>
    <message>
        <source>an agreement</source>
        <translation>en aftale</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>opfølgning</translation>
    </message>
    <message>
        <source>look again at »%1«</source>
        <translation>se igen på »%1«</translation>
    </message>
    <message>
        <source>answer on pay and pension for »%1«</source>
        <translation>svar om løn og pension til »%1«</translation>
    </message>
    <message>
        <source>said yes, later</source>
        <translation>har sagt ja, senere</translation>
    </message>
    <message>
        <source>may be offered the conversation again</source>
        <translation>kan få tilbuddet igen</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Fra %1</translation>
    </message>
    <message>
        <source>Was due on %1</source>
        <translation>Skulle være sket %1</translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>Senest %1</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>Tilbyd igen</translation>
    </message>
    <message>
        <source>Offer a conversation</source>
        <translation>Tilbyd en samtale</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>Følg op</translation>
    </message>
</context>
<context>
    <name>EarlierCard</name>
    <message>
        <source>An agreement without words</source>
        <translation>En aftale uden tekst</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>Ikke udfyldt</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>Tag med videre</translation>
    </message>
    <message>
        <source>Take it along: %1</source>
        <translation>Tag med videre: %1</translation>
    </message>
    <message>
        <source>Taken along. It stands among the agreements as a proposal.</source>
        <translation>Taget med. Den står som forslag under aftalerne.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Fortryd: %1</translation>
    </message>
    <message>
        <source>Promised by: %1</source>
        <translation>Lovet af: %1</translation>
    </message>
    <message>
        <source>Nobody was named as responsible</source>
        <translation>Ingen blev nævnt som ansvarlig</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>The employee&apos;s own answer</source>
        <translation>Medarbejderens eget svar</translation>
    </message>
    <message>
        <source>Three short questions, answered by the employee alone. They become counts for HR and are not shown in the program.</source>
        <translation>Tre korte spørgsmål, som medarbejderen svarer på alene. De bliver til antal for HR og vises ikke i programmet.</translation>
    </message>
    <message>
        <source>Turn the computer towards the employee and leave the screen for a moment.</source>
        <translation>Drej computeren mod medarbejderen, og gå lidt fra skærmen.</translation>
    </message>
    <message>
        <source>Hand over the screen</source>
        <translation>Overdrag skærmen</translation>
    </message>
    <message>
        <source>The answer is given. Thank you.</source>
        <translation>Svaret er givet. Tak.</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>Ikke besvaret endnu</translation>
    </message>
</context>
<context>
    <name>FactsStep</name>
    <message>
        <source>The municipality</source>
        <translation>Kommunen</translation>
    </message>
    <message>
        <source>Stands on sheets, letters and the report.</source>
        <translation>Står på ark, breve og rapport.</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Contact in HR</source>
        <translation>Kontakt i HR</translation>
    </message>
    <message>
        <source>For example: HR, telephone and e-mail</source>
        <translation>Fx HR, telefon og e-mail</translation>
    </message>
    <message>
        <source>Data protection officer: e-mail or telephone</source>
        <translation>Databeskyttelsesrådgiver: e-mail eller telefon</translation>
    </message>
    <message>
        <source>Workplaces, one a line</source>
        <translation>Arbejdspladser, én på hver linje</translation>
    </message>
    <message>
        <source>Discussed in HovedMED on</source>
        <translation>Drøftet i HovedMED den</translation>
    </message>
    <message>
        <source>Leaders can hand in counts only when this is filled in.</source>
        <translation>Lederne kan først aflevere tal, når datoen står her.</translation>
    </message>
    <message>
        <source>Known seals</source>
        <translation>Kendte segl</translation>
    </message>
    <message>
        <source>The seals your own book knows, so that leaders&apos; programs know them too when they check a document.</source>
        <translation>De segl, jeres egen bog kender, så ledernes programmer også kender dem, når de kontrollerer et dokument.</translation>
    </message>
    <message>
        <source>Take the seals from the book</source>
        <translation>Tag seglene fra bogen</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>A PNG or JPEG of at most 200 kB.</source>
        <translation>PNG eller JPEG på højst 200 kB.</translation>
    </message>
    <message>
        <source>Choose a picture …</source>
        <translation>Vælg et billede …</translation>
    </message>
    <message>
        <source>Without a logo</source>
        <translation>Uden logo</translation>
    </message>
    <message numerus="yes">
        <source>%n seal(s) in the pack</source>
        <translation>
            <numerusform>%n segl i pakken</numerusform>
            <numerusform>%n segl i pakken</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Vælg et billede</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>Billedet kan ikke læses.</translation>
    </message>
    <message numerus="yes">
        <source>%n kB</source>
        <translation>
            <numerusform>%n kB</numerusform>
            <numerusform>%n kB</numerusform>
        </translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Intet logo</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Sorry – something went wrong in the program.</source>
        <translation>Beklager – noget gik galt i programmet.</translation>
    </message>
    <message>
        <source>Everything saved before is kept. You may go on, or close the program and open it again. The report below says where it happened and holds nothing you have written.</source>
        <translation>Alt, der var gemt, er bevaret. Du kan fortsætte eller lukke programmet og åbne det igen. Rapporten nedenfor siger, hvor det skete, og rummer intet af det, du har skrevet.</translation>
    </message>
</context>
<context>
    <name>FiledCard</name>
    <message>
        <source>Where the copies are</source>
        <translation>Hvor er eksemplarerne?</translation>
    </message>
    <message>
        <source>The employee&apos;s copy is sent by Digital Post</source>
        <translation>Medarbejderens eksemplar er sendt med Digital Post</translation>
    </message>
    <message>
        <source>The employee has got it on paper</source>
        <translation>Medarbejderen har fået det på papir</translation>
    </message>
    <message>
        <source>The employee has got it on a USB stick</source>
        <translation>Medarbejderen har fået det på en USB-nøgle</translation>
    </message>
    <message>
        <source>The agreement sheet lies in the personnel file</source>
        <translation>Aftalearket ligger i personalesagen</translation>
    </message>
    <message>
        <source>Case number in the personnel file</source>
        <translation>Sagsnummer i personalesagen</translation>
    </message>
    <message>
        <source>Must not be deleted: somebody has asked for access, or you disagree</source>
        <translation>Må ikke slettes: nogen har bedt om indsigt, eller I er uenige</translation>
    </message>
    <message>
        <source>While it is on, nothing of the conversation is deleted: not by closing, not by hand, not after its time.</source>
        <translation>Så længe det er slået til, bliver intet af samtalen slettet: ikke når den afsluttes, ikke i hånden og ikke, når tiden er gået.</translation>
    </message>
</context>
<context>
    <name>FindBox</name>
    <message>
        <source>Search in all conversations</source>
        <translation>Søg i alle samtaler</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Fundet</translation>
    </message>
    <message>
        <source>Nothing found. Words are found from their beginning, and æ, ø, å are letters of their own.</source>
        <translation>Ikke fundet. Ord findes fra deres begyndelse, og æ, ø og å er bogstaver for sig.</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>What do you need?</source>
        <translation>Hvad har du brug for?</translation>
    </message>
    <message>
        <source>For example: tired after night shifts</source>
        <translation>Fx træt efter nattevagt</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Vis alle</translation>
    </message>
    <message>
        <source>Show all measures, not only those usual in this job group</source>
        <translation>Vis alle tiltag, ikke kun dem, der er almindelige i jobgruppen</translation>
    </message>
    <message>
        <source>Measures in the catalogue</source>
        <translation>Tiltag i kataloget</translation>
    </message>
    <message>
        <source>We found nothing that fits. Write it in your own words – that counts just as much.</source>
        <translation>Vi fandt ikke noget, der passer. Skriv det med jeres egne ord – det tæller lige så meget.</translation>
    </message>
    <message>
        <source>Add the measure</source>
        <translation>Tilføj tiltaget</translation>
    </message>
    <message>
        <source>In our own words</source>
        <translation>Med egne ord</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome</source>
        <translation>Velkommen</translation>
    </message>
    <message>
        <source>HR&apos;s vault</source>
        <translation>HR&apos;s boks</translation>
    </message>
    <message>
        <source>Two short steps, then what you read in is there next time. Everything stays encrypted on this computer.</source>
        <translation>To korte trin, så er det, du læser ind, der også næste gang. Alt ligger krypteret på denne computer.</translation>
    </message>
    <message>
        <source>Three short steps, then you can hold the first conversation. Everything stays encrypted on this computer.</source>
        <translation>Tre korte trin, så kan du holde den første samtale. Alt bliver krypteret på denne computer.</translation>
    </message>
    <message>
        <source>Check a document</source>
        <translation>Kontrollér et dokument</translation>
    </message>
    <message>
        <source>For HR: read files</source>
        <translation>For HR: læs filer ind</translation>
    </message>
    <message>
        <source>Restore from a copy</source>
        <translation>Hent fra en kopi</translation>
    </message>
    <message>
        <source>Try a conversation</source>
        <translation>Prøv en samtale</translation>
    </message>
    <message>
        <source>Go on without the vault</source>
        <translation>Fortsæt uden boksen</translation>
    </message>
    <message>
        <source>The pack from HR is opened when your vault is made. It brings the municipality&apos;s own facts.</source>
        <translation>Pakken fra HR bliver åbnet, når din boks er lavet. Den har kommunens egne oplysninger med.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 af %2: %3</translation>
    </message>
    <message>
        <source>You and your workplace</source>
        <translation>Dig og din arbejdsplads</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dit navn</translation>
    </message>
    <message>
        <source>Your title</source>
        <translation>Din stilling</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Managed by your IT department</source>
        <translation>Styres af din IT-afdeling</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>Arbejdsplads</translation>
    </message>
    <message>
        <source>Contact in HR</source>
        <translation>Kontakt i HR</translation>
    </message>
    <message>
        <source>Who answers questions about the talk. It can wait: the letters leave the line out until then.</source>
        <translation>Den, der svarer på spørgsmål om samtalen. Det kan vente; indtil da udelader brevene linjen.</translation>
    </message>
    <message>
        <source>Data protection officer: e-mail or telephone</source>
        <translation>Databeskyttelsesrådgiver: e-mail eller telefon</translation>
    </message>
    <message>
        <source>Stands in the information to the employee. HR knows it.</source>
        <translation>Står i informationen til medarbejderen. HR kender den.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Videre</translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation>En adgangssætning</translation>
    </message>
    <message>
        <source>The recovery sheet</source>
        <translation>Nøglearket</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. Four or five words that only you would put together are easy to remember and hard to guess.</source>
        <translation>
            <numerusform>Mindst %n tegn. Fire-fem ord, som kun du ville sætte sammen, er lette at huske og svære at gætte.</numerusform>
            <numerusform>Mindst %n tegn. Fire-fem ord, som kun du ville sætte sammen, er lette at huske og svære at gætte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Adgangssætning</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Den samme igen</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>Opret boksen</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s)</source>
        <translation>
            <numerusform>%n tegn mere</numerusform>
            <numerusform>%n tegn mere</numerusform>
        </translation>
    </message>
    <message>
        <source>Use more different letters.</source>
        <translation>Brug flere forskellige bogstaver.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>De to er ikke ens endnu.</translation>
    </message>
    <message>
        <source>Making the vault …</source>
        <translation>Opretter boksen …</translation>
    </message>
    <message>
        <source>The sheet opens the vault if you forget the passphrase. Without both, the talks are gone: nobody else can open them. Print it, or write it down, and keep it locked away – not in the computer bag.</source>
        <translation>Nøglearket åbner boksen, hvis du glemmer adgangssætningen. Uden nogen af dem er samtalerne tabt: ingen andre kan åbne dem. Print arket, eller skriv det af, og lås det inde – ikke i computertasken.</translation>
    </message>
    <message>
        <source>Save as PDF to print …</source>
        <translation>Gem som PDF til print …</translation>
    </message>
    <message>
        <source>Type two of the groups, so that you know the sheet is right:</source>
        <translation>Skriv to af grupperne, så du ved, at arket er rigtigt:</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begynd</translation>
    </message>
    <message>
        <source>That is not what stands on the sheet. Look once more.</source>
        <translation>Det er ikke det, der står på arket. Kig en gang til.</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Gem nøglearket</translation>
    </message>
    <message>
        <source>The sheet is saved. Print it, and delete the file when it is on paper.</source>
        <translation>Arket er gemt. Print det, og slet filen, når det er på papir.</translation>
    </message>
    <message>
        <source>The recovery sheet is shown only now. Write it down or save it first. Close once more to leave without it.</source>
        <translation>Nøglearket vises kun nu. Skriv det af, eller gem det først. Luk en gang til for at gå uden.</translation>
    </message>
</context>
<context>
    <name>FollowUpPage</name>
    <message>
        <source>Follow-up</source>
        <translation>Opfølgning</translation>
    </message>
    <message>
        <source>Ten minutes are enough: take the agreements one by one, and hear how it is going.</source>
        <translation>Ti minutter er nok: tag aftalerne én for én, og hør, hvordan det går.</translation>
    </message>
    <message>
        <source>An agreement that is followed up is kept. Choose a date now; it stands in the minutes and on your start page.</source>
        <translation>En aftale, der bliver fulgt op, bliver holdt. Vælg en dato nu; den står i referatet og på din startside.</translation>
    </message>
    <message>
        <source>Counted from the talk:</source>
        <translation>Regnet fra samtalen:</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n måned</numerusform>
            <numerusform>%n måneder</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: %1. Open the file to put the days into your calendar; it holds no name.</source>
        <translation>Gemt: %1. Åbn filen for at få dagene ind i din kalender. Der står ikke noget navn i den.</translation>
    </message>
    <message>
        <source>Save reminders for the calendar …</source>
        <translation>Gem påmindelser til kalenderen …</translation>
    </message>
</context>
<context>
    <name>FollowingRow</name>
    <message>
        <source>Follow a folder …</source>
        <translation>Følg en mappe …</translation>
    </message>
    <message>
        <source>New files in the folder are then read in by themselves.</source>
        <translation>Så bliver nye filer i mappen læst ind af sig selv.</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Følg ikke længere</translation>
    </message>
    <message>
        <source>Follow a folder</source>
        <translation>Følg en mappe</translation>
    </message>
    <message>
        <source>Following “%1”. New files are read in by themselves.</source>
        <translation>Følger »%1«. Nye filer bliver læst ind af sig selv.</translation>
    </message>
    <message>
        <source>“%1” cannot be read just now. It is tried again by itself.</source>
        <translation>»%1« kan ikke læses lige nu. Der bliver prøvet igen af sig selv.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Næste</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>A&amp;fslut</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Næste: %1</translation>
    </message>
</context>
<context>
    <name>GoingCard</name>
    <message>
        <source>Deleted by itself soon</source>
        <translation>Slettes snart af sig selv</translation>
    </message>
    <message>
        <source>%1: the texts go on %2.</source>
        <translation>%1: teksterne slettes den %2.</translation>
    </message>
    <message>
        <source>%1: all of the conversation goes on %2.</source>
        <translation>%1: hele samtalen slettes den %2.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Se på den</translation>
    </message>
    <message>
        <source>Look at it: %1</source>
        <translation>Se på den: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>og én til</numerusform>
            <numerusform>og %n til</numerusform>
        </translation>
    </message>
    <message>
        <source>Put the conversation on hold if it must not be deleted, for example because of a request for access.</source>
        <translation>Sæt samtalen på hold, hvis den ikke må slettes, for eksempel fordi nogen har bedt om indsigt.</translation>
    </message>
</context>
<context>
    <name>GoneBox</name>
    <message>
        <source>Save the receipt …</source>
        <translation>Gem kvitteringen …</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Gem kvitteringen</translation>
    </message>
</context>
<context>
    <name>HandOutStep</name>
    <message>
        <source>Before it can be handed out</source>
        <translation>Før den kan udgives</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Ret det</translation>
    </message>
    <message>
        <source>What changes for leaders</source>
        <translation>Det ændrer sig for lederne</translation>
    </message>
    <message>
        <source>What leaders get</source>
        <translation>Det får lederne</translation>
    </message>
    <message>
        <source>Nothing since version %1.</source>
        <translation>Intet siden udgave %1.</translation>
    </message>
    <message>
        <source>Look at what it affects</source>
        <translation>Se, hvad det ændrer</translation>
    </message>
    <message>
        <source>Choose a page</source>
        <translation>Vælg en side</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Side</translation>
    </message>
    <message>
        <source>With invented people.</source>
        <translation>Med opdigtede personer.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Sådan ser det ud</translation>
    </message>
    <message>
        <source>Hand it out</source>
        <translation>Udgiv</translation>
    </message>
    <message>
        <source>Send the file to the leaders, or let IT lay it on every computer. Tell the fingerprint by another way than the file: leaders compare it the first time.</source>
        <translation>Send filen til lederne, eller lad it-afdelingen lægge den på hver computer. Fortæl fingeraftrykket ad en anden vej end filen: lederne sammenligner det første gang.</translation>
    </message>
    <message>
        <source>Sign and save the pack …</source>
        <translation>Underskriv og gem pakken …</translation>
    </message>
    <message>
        <source>Save the fingerprint as PDF …</source>
        <translation>Gem fingeraftrykket som PDF …</translation>
    </message>
    <message>
        <source>Save the pack</source>
        <translation>Gem pakken</translation>
    </message>
    <message>
        <source>Save the fingerprint</source>
        <translation>Gem fingeraftrykket</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>A copy for both</source>
        <translation>Et eksemplar til begge</translation>
    </message>
    <message>
        <source>The employee gets both sheets now, for example on a USB stick. The agreement sheet is the one for the personnel file.</source>
        <translation>Medarbejderen får begge ark med det samme, for eksempel på en USB-nøgle. Aftalearket er det, der lægges på personalesagen.</translation>
    </message>
    <message>
        <source>Save both sheets …</source>
        <translation>Gem begge ark …</translation>
    </message>
    <message>
        <source>Save the copies with a password …</source>
        <translation>Gem kopierne med adgangskode …</translation>
    </message>
    <message>
        <source>Save the receipt to print …</source>
        <translation>Gem kvitteringen, så I kan udskrive den …</translation>
    </message>
    <message>
        <source>Open the saved files to print them</source>
        <translation>Åbn de gemte filer, så I kan udskrive dem</translation>
    </message>
    <message>
        <source>Whoever can open the folder can read the files. The file names hold the document number, never a name.</source>
        <translation>Den, der kan åbne mappen, kan læse filerne. Filnavnene viser dokumentnummeret, aldrig et navn.</translation>
    </message>
    <message>
        <source>Both have signed.</source>
        <translation>I har begge skrevet under.</translation>
    </message>
    <message>
        <source>Handed over.</source>
        <translation>Overdraget.</translation>
    </message>
    <message>
        <source>The conversation is closed.</source>
        <translation>Samtalen er afsluttet.</translation>
    </message>
    <message>
        <source>There is nothing to hand over before both have signed.</source>
        <translation>Der er intet at overdrage, før I begge har skrevet under.</translation>
    </message>
    <message>
        <source>The password, to be given by another way than the files: %1</source>
        <translation>Adgangskoden, som gives ad en anden vej end filerne: %1</translation>
    </message>
    <message>
        <source>Where shall the sheets be saved?</source>
        <translation>Hvor skal arkene gemmes?</translation>
    </message>
    <message>
        <source>Where shall the receipt be saved?</source>
        <translation>Hvor skal kvitteringen gemmes?</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gemt: %1</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>Is everything whole?</source>
        <translation>Er alt, som det skal være?</translation>
    </message>
    <message>
        <source>The program looks by itself once a week, when nobody uses it. You can look now: every page, every conversation and paper, and the log.</source>
        <translation>Programmet ser selv efter en gang om ugen, når ingen bruger det. Du kan også se efter nu: hver side, hver samtale, hvert papir og loggen.</translation>
    </message>
    <message>
        <source>How far it has looked</source>
        <translation>Så langt er det nået</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Se efter nu</translation>
    </message>
    <message>
        <source>Restore this copy</source>
        <translation>Hent denne kopi</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Ser efter …</translation>
    </message>
    <message>
        <source>Last looked at on %1: all was whole.</source>
        <translation>Sidst set efter den %1: Alt var helt.</translation>
    </message>
    <message>
        <source>Not looked at yet.</source>
        <translation>Ikke set efter endnu.</translation>
    </message>
    <message numerus="yes">
        <source>✓ All is whole: %n conversation(s), %1 papers, the log.</source>
        <translation>
            <numerusform>✓ Alt er helt: én samtale, %1 papirer og loggen.</numerusform>
            <numerusform>✓ Alt er helt: %n samtaler, %1 papirer og loggen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something is damaged. Do not write more here; what can still be read lies as it was.</source>
        <translation>Noget er beskadiget. Skriv ikke mere her; det, der stadig kan læses, ligger, som det lå.</translation>
    </message>
    <message>
        <source>A line of the log was changed, or is missing. The conversations and papers are whole.</source>
        <translation>En linje i loggen er ændret eller mangler. Samtaler og papirer er hele.</translation>
    </message>
    <message>
        <source>There is no good copy beside the conversations. If you saved one elsewhere, use that; otherwise ask your IT department before anything else is done.</source>
        <translation>Der ligger ingen god kopi ved siden af samtalerne. Har du gemt en et andet sted, så brug den; spørg ellers din it-afdeling, før der gøres noget.</translation>
    </message>
    <message numerus="yes">
        <source>The newest good copy is of %1. %n conversation(s) were written in after that; what was written then would be missing.</source>
        <translation>
            <numerusform>Den nyeste gode kopi er fra %1. Der er skrevet i én samtale siden; det, der er skrevet efter kopien, ville mangle.</numerusform>
            <numerusform>Den nyeste gode kopi er fra %1. Der er skrevet i %n samtaler siden; det, der er skrevet efter kopien, ville mangle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Your conversations</source>
        <translation>Dine samtaler</translation>
    </message>
    <message>
        <source>Hand in to HR</source>
        <translation>Aflever til HR</translation>
    </message>
    <message>
        <source>Staff list</source>
        <translation>Medarbejderliste</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papirer</translation>
    </message>
    <message>
        <source>Nothing is due in the next month.</source>
        <translation>Der er intet, der skal følges op på den næste måned.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Delete the conversation</source>
        <translation>Slet samtalen</translation>
    </message>
    <message>
        <source>Offer a new conversation</source>
        <translation>Tilbyd en ny samtale</translation>
    </message>
    <message>
        <source>Print everything about this employee</source>
        <translation>Udskriv alt om denne medarbejder</translation>
    </message>
    <message>
        <source>Offer a conversation</source>
        <translation>Tilbyd en samtale</translation>
    </message>
    <message>
        <source>The employee&apos;s name</source>
        <translation>Medarbejderens navn</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begynd</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Ingen samtaler endnu</translation>
    </message>
    <message>
        <source>Write a name above to begin. The conversation is an offer: the employee may say no thanks without a reason, and you can close the program at any time and go on later.</source>
        <translation>Skriv et navn ovenfor for at begynde. Samtalen er et tilbud: medarbejderen kan sige nej tak uden grund, og du kan altid lukke programmet og fortsætte senere.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock says %1, which is before you last saved. Nothing is lost. If the date is wrong, set it right, so that the papers are dated as they should be.</source>
        <translation>Computerens ur viser %1, og det er før, du sidst gemte. Intet er gået tabt. Er datoen forkert, så ret den, så papirerne får den rigtige dato.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock says %1, a long time since you were last here. If the date is wrong, set it right. Nothing is deleted for its age today.</source>
        <translation>Computerens ur viser %1, og det er længe siden, du sidst var her. Er datoen forkert, så ret den. I dag bliver intet slettet på grund af alder.</translation>
    </message>
    <message>
        <source>Only %1 MB are free on this computer&apos;s disk. Make room before it is full: what is saved is safe, but nothing more can be written then.</source>
        <translation>Der er kun %1 MB fri på computerens disk. Gør plads, før den er fuld: Det, der er gemt, er i god behold, men så kan der ikke skrives mere.</translation>
    </message>
    <message>
        <source>The conversations were moved to another computer on %1. Counts are handed in from there.</source>
        <translation>Samtalerne blev flyttet til en anden computer den %1. Tallene afleveres derfra.</translation>
    </message>
    <message>
        <source>Where should everything about this employee be saved?</source>
        <translation>Hvor skal alt om denne medarbejder gemmes?</translation>
    </message>
    <message>
        <source>✓ Saved: %1. They hold your own notes too. What they become is yours to keep safe.</source>
        <translation>✓ Gemt: %1. Dine egne noter er også med. Pas godt på filerne.</translation>
    </message>
    <message>
        <source>Delete this conversation for good?</source>
        <translation>Vil du slette samtalen for altid?</translation>
    </message>
    <message>
        <source>Answers, notes and papers are erased from this computer. Copies already handed over are not touched.</source>
        <translation>Svar, noter og ark slettes fra denne computer. Eksemplarer, der er overdraget, berøres ikke.</translation>
    </message>
    <message>
        <source>Answers, notes and drafts are erased from this computer.</source>
        <translation>Svar, noter og kladder slettes fra denne computer.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Slet</translation>
    </message>
</context>
<context>
    <name>HrPage</name>
    <message>
        <source>Figures for HR</source>
        <translation>Tal til HR</translation>
    </message>
    <message>
        <source>Put the leaders&apos; files together and see what the conversations say as a whole – never about one leader or one employee.</source>
        <translation>Læg ledernes filer sammen, og se, hvad samtalerne siger under ét – aldrig om én leder eller én medarbejder.</translation>
    </message>
    <message>
        <source>Drop the files here, or a folder with them.</source>
        <translation>Slip filerne her eller en mappe med dem.</translation>
    </message>
    <message>
        <source>Choose files …</source>
        <translation>Vælg filer …</translation>
    </message>
    <message>
        <source>Choose questions …</source>
        <translation>Vælg spørgsmål …</translation>
    </message>
    <message>
        <source>This is how you begin</source>
        <translation>Sådan begynder du</translation>
    </message>
    <message>
        <source>1.  Save the files you get from the leaders in one folder. They are called “seniorsamtale-…csv”.</source>
        <translation>1.  Gem filerne fra lederne i én mappe. De hedder »seniorsamtale-…csv«.</translation>
    </message>
    <message>
        <source>2.  Import them here. Do not open them in Excel: Excel changes the file, and then it is refused.</source>
        <translation>2.  Læs dem ind her. Åbn dem ikke i Excel: Excel ændrer filen, og så bliver den afvist.</translation>
    </message>
    <message>
        <source>3.  Shares appear when there are enough conversations and hand-ins that nobody can be pointed out.</source>
        <translation>3.  Andelene vises, når der er så mange samtaler og afleveringer, at ingen kan udpeges.</translation>
    </message>
    <message>
        <source>The pack for the leaders, the texts and the plan are made in HR&apos;s vault, below.</source>
        <translation>Pakken til lederne, teksterne og planen laves i HR&apos;s boks herunder.</translation>
    </message>
    <message>
        <source>The same file may come twice; it counts once. Nothing leaves this computer.</source>
        <translation>Den samme fil må gerne komme to gange; den tæller én gang. Intet forlader denne computer.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Take the chosen files out …</source>
        <translation>Tag de valgte filer ud …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>Hand-ins and receipts (*.csv *.pdf)</source>
        <translation>Afleveringer og kvitteringer (*.csv *.pdf)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Læser …</translation>
    </message>
    <message>
        <source>This is no receipt, or it has been altered.</source>
        <translation>Det er ikke en kvittering, eller den er ændret.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken</source>
        <translation>
            <numerusform>%n fil taget med</numerusform>
            <numerusform>%n filer taget med</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n ikke taget med</numerusform>
            <numerusform>%n ikke taget med</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Taken</source>
        <translation>✓ Taget med</translation>
    </message>
    <message>
        <source>– Skipped</source>
        <translation>– Sprunget over</translation>
    </message>
    <message>
        <source>! Refused</source>
        <translation>! Ikke taget med</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>Nothing is kept yet. Look through the rows, and take the tick off those that are not to come.</source>
        <translation>Intet er gemt endnu. Se rækkerne igennem, og fjern fluebenet ved dem, der ikke skal med.</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Vælg kolonner</translation>
    </message>
    <message>
        <source>Put the ticked ones on the list</source>
        <translation>Sæt dem med flueben på listen</translation>
    </message>
    <message>
        <source>Leave the file</source>
        <translation>Læs den ikke ind</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>First name, where it stands alone</source>
        <translation>Fornavn, hvis det står for sig</translation>
    </message>
    <message>
        <source>Last name, where it stands alone</source>
        <translation>Efternavn, hvis det står for sig</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Stilling</translation>
    </message>
    <message>
        <source>Job group</source>
        <translation>Jobgruppe</translation>
    </message>
    <message>
        <source>Weekly hours</source>
        <translation>Ugentligt timetal</translation>
    </message>
    <message>
        <source>Year of birth or age (not kept)</source>
        <translation>Fødselsår eller alder (gemmes ikke)</translation>
    </message>
    <message>
        <source>In the group: yes or no</source>
        <translation>I målgruppen: ja eller nej</translation>
    </message>
    <message>
        <source>The first row holds headings</source>
        <translation>Første række er overskrifter</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Række</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>I målgruppen</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Stilling</translation>
    </message>
    <message>
        <source>What stands in the file</source>
        <translation>Det, der står i filen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Not read, and not kept: column %1.</source>
        <translation>Læses ikke og gemmes ikke: kolonne %1.</translation>
    </message>
    <message>
        <source>Row %1: comes along</source>
        <translation>Række %1: kommer med</translation>
    </message>
    <message>
        <source>Row %1: in the group</source>
        <translation>Række %1: i målgruppen</translation>
    </message>
    <message>
        <source>Row %1 has no name and cannot come along.</source>
        <translation>Række %1 har intet navn og kan ikke komme med.</translation>
    </message>
    <message>
        <source>The name in row %1 is too long.</source>
        <translation>Navnet i række %1 er for langt.</translation>
    </message>
    <message>
        <source>Row %1 has a formula in column %2. Write the value itself in the file.</source>
        <translation>Række %1 har en formel i kolonne %2. Skriv selve værdien i filen.</translation>
    </message>
    <message>
        <source>Row %1: two on the list have that name. Change them on the list itself.</source>
        <translation>Række %1: to på listen har det navn. Ret dem på selve listen.</translation>
    </message>
    <message>
        <source>Row %1 has the same name as row %2. Put a tick if it is another person.</source>
        <translation>Række %1 har samme navn som række %2. Sæt flueben, hvis det er en anden person.</translation>
    </message>
    <message>
        <source>Row %1 is on the list already and is brought up to date.</source>
        <translation>Række %1 står på listen og bliver ført ajour.</translation>
    </message>
    <message>
        <source>Row %1: the year of birth is missing or cannot be read. Put a tick if the person is in the group.</source>
        <translation>Række %1: fødselsåret mangler eller kan ikke læses. Sæt flueben, hvis personen er i målgruppen.</translation>
    </message>
    <message>
        <source>Row %1: the job group is not known and is left open.</source>
        <translation>Række %1: jobgruppen kendes ikke og bliver ikke udfyldt.</translation>
    </message>
    <message>
        <source>Row %1: the hours cannot be read and are left open.</source>
        <translation>Række %1: timetallet kan ikke læses og bliver ikke udfyldt.</translation>
    </message>
    <message>
        <source>Say which column holds the name.</source>
        <translation>Vælg den kolonne, navnet står i.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) come along.</source>
        <translation>
            <numerusform>%n række kommer med.</numerusform>
            <numerusform>%n rækker kommer med.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvitationCard</name>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>A letter that says who sees what, that no thanks is fine, and that one may bring somebody. Nothing is sent from here: you send or print it yourself.</source>
        <translation>Et brev, der fortæller, hvem der ser hvad, at det er i orden at sige nej tak, og at man må tage nogen med. Programmet sender ikke noget: Du sender eller printer det selv.</translation>
    </message>
    <message>
        <source>Write the invitation</source>
        <translation>Skriv invitationen</translation>
    </message>
    <message>
        <source>There are fewer than 14 days until then. Give the employee time to prepare.</source>
        <translation>Der er mindre end 14 dage til. Giv medarbejderen tid til at forberede sig.</translation>
    </message>
    <message>
        <source>You have changed the time, the place or a name since you wrote in the letter. Change the letter too, or write it anew.</source>
        <translation>Tid, sted eller et navn er ændret, siden du skrev i brevet. Ret det også i brevet, eller skriv det forfra.</translation>
    </message>
    <message>
        <source>Write it anew</source>
        <translation>Skriv den forfra</translation>
    </message>
    <message>
        <source>Day of the meeting</source>
        <translation>Mødets dag</translation>
    </message>
    <message>
        <source>Time of the meeting</source>
        <translation>Mødets tidspunkt</translation>
    </message>
    <message>
        <source>Length of the meeting</source>
        <translation>Mødets længde</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 minutter</translation>
    </message>
    <message>
        <source>Place of the meeting</source>
        <translation>Mødets sted</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tidspunkt</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Længde</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>Brevet</translation>
    </message>
    <message>
        <source>Save as e-mail draft …</source>
        <translation>Gem som e-mailkladde …</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Kopiér teksten</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Gem som PDF …</translation>
    </message>
    <message>
        <source>Save calendar file …</source>
        <translation>Gem kalenderfil …</translation>
    </message>
    <message>
        <source>The text is copied. Paste it where you write to the employee.</source>
        <translation>Teksten er kopieret. Sæt den ind dér, hvor du skriver til medarbejderen.</translation>
    </message>
    <message>
        <source>Saved: %1. Whoever can open the folder can read it.</source>
        <translation>Gemt: %1. Den, der kan åbne mappen, kan læse den.</translation>
    </message>
</context>
<context>
    <name>KeepingCard</name>
    <message>
        <source>Make HR&apos;s vault …</source>
        <translation>Lav HR&apos;s boks …</translation>
    </message>
    <message>
        <source>Open HR&apos;s vault …</source>
        <translation>Åbn HR&apos;s boks …</translation>
    </message>
    <message>
        <source>Empty the vault …</source>
        <translation>Tøm boksen …</translation>
    </message>
    <message>
        <source>Pilot rounds …</source>
        <translation>Prøvehandlinger …</translation>
    </message>
    <message>
        <source>The pack and the tools …</source>
        <translation>Pakken og værktøjerne …</translation>
    </message>
    <message>
        <source>HR&apos;s vault is locked. What you read in now is gone when you close the window.</source>
        <translation>HR&apos;s boks er låst. Det, du læser ind nu, er væk, når du lukker vinduet.</translation>
    </message>
    <message>
        <source>With a vault of HR&apos;s own you can make the municipality&apos;s pack for the leaders, with texts, plan and meetings. And what you read in is kept here, encrypted; without it, it is gone when you close the window.</source>
        <translation>Med HR&apos;s egen boks kan I lave kommunens pakke til lederne, med tekster, plan og møder. Det, du læser ind, bliver også gemt her, krypteret; uden boksen er det væk, når du lukker vinduet.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) lie encrypted in HR&apos;s vault on this computer.</source>
        <translation>
            <numerusform>%n fil ligger krypteret i HR&apos;s boks på denne computer.</numerusform>
            <numerusform>%n filer ligger krypteret i HR&apos;s boks på denne computer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty HR&apos;s vault?</source>
        <translation>Skal HR&apos;s boks tømmes?</translation>
    </message>
    <message>
        <source>All files and receipts in it are deleted. You can read them in again, if you have them elsewhere.</source>
        <translation>Alle filer og kvitteringer i den bliver slettet. Du kan læse dem ind igen, hvis du har dem et andet sted.</translation>
    </message>
    <message>
        <source>Empty it</source>
        <translation>Tøm den</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behold dem</translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message>
        <source>How did it go?</source>
        <translation>Hvordan gik det?</translation>
    </message>
    <message>
        <source>Say for each agreement where it stands. You may leave any of them open.</source>
        <translation>Sig for hver aftale, hvor den står. I kan lade dem stå åbne.</translation>
    </message>
    <message>
        <source>How is it going now?</source>
        <translation>Hvordan går det nu?</translation>
    </message>
    <message>
        <source>A word or two if you like. It is not printed, HR does not get it, and it goes when the conversation is closed.</source>
        <translation>Et par ord, hvis I har lyst. De bliver ikke skrevet ud, HR får dem ikke, og de bliver slettet, når samtalen afsluttes.</translation>
    </message>
    <message>
        <source>Save the follow-up</source>
        <translation>Gem opfølgningen</translation>
    </message>
    <message>
        <source>An agreement without words</source>
        <translation>En aftale uden tekst</translation>
    </message>
    <message>
        <source>We look at it again</source>
        <translation>Vi ser på det igen</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>Ikke udfyldt</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Nøgler</translation>
    </message>
    <message>
        <source>What opens the conversations, and how you change it.</source>
        <translation>Hvad der åbner samtalerne, og hvordan du ændrer det.</translation>
    </message>
    <message>
        <source>What opens them now</source>
        <translation>Det åbner dem nu</translation>
    </message>
    <message>
        <source>Take the key out of this computer&apos;s key store</source>
        <translation>Tag nøglen ud af computerens nøglelager</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ændr</translation>
    </message>
    <message>
        <source>Your passphrase now, or the 48 digits of your recovery sheet</source>
        <translation>Din adgangssætning nu, eller de 48 tal på dit nøgleark</translation>
    </message>
    <message>
        <source>A new recovery sheet</source>
        <translation>Et nyt nøgleark</translation>
    </message>
    <message>
        <source>The old sheet opens nothing from then on. Copies saved before still open with the old one.</source>
        <translation>Det gamle ark åbner ikke mere samtalerne her. Kopier fra før åbner stadig med det gamle.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Skift adgangssætning</translation>
    </message>
    <message>
        <source>The recovery sheet stays good. Copies saved before still open with the old passphrase.</source>
        <translation>Nøglearket gælder stadig. Kopier fra før åbner stadig med den gamle adgangssætning.</translation>
    </message>
    <message>
        <source>Somebody may know the old one: change all keys</source>
        <translation>Nogen kan kende den gamle: skift alle nøgler</translation>
    </message>
    <message>
        <source>The conversations are locked anew with other keys, and you get a new sheet. An old sheet or an old passphrase then opens nothing of what lies here, not even with an old copy of the files. The daily copies are made anew. Copies you saved elsewhere still open with the old keys: delete them.</source>
        <translation>Samtalerne låses på ny med andre nøgler, og du får et nyt ark. Et gammelt ark eller en gammel adgangssætning åbner så intet af det, der ligger her, heller ikke sammen med en gammel kopi af filerne. De daglige kopier laves om. Kopier, du har gemt andre steder, åbner stadig med de gamle nøgler: Slet dem.</translation>
    </message>
    <message>
        <source>The sheet is safe</source>
        <translation>Arket er i sikkerhed</translation>
    </message>
    <message>
        <source>Your passphrase.</source>
        <translation>Din adgangssætning.</translation>
    </message>
    <message>
        <source>The recovery sheet.</source>
        <translation>Nøglearket.</translation>
    </message>
    <message>
        <source>This computer&apos;s key store (%1), as long as you are signed in to it. Locking takes the key out.</source>
        <translation>Computerens nøglelager (%1), så længe du er logget på. Når du låser, tages nøglen ud.</translation>
    </message>
    <message>
        <source>The municipality&apos;s emergency key, which two persons outside HR keep. Its fingerprint: %1</source>
        <translation>Kommunens nødnøgle, som to personer uden for HR opbevarer. Fingeraftryk: %1</translation>
    </message>
    <message>
        <source>✓ Taken out. Next time your passphrase is asked for.</source>
        <translation>✓ Taget ud. Næste gang bliver du spurgt om adgangssætningen.</translation>
    </message>
    <message>
        <source>✓ The passphrase is changed.</source>
        <translation>✓ Adgangssætningen er skiftet.</translation>
    </message>
    <message>
        <source>Changing …</source>
        <translation>Skifter …</translation>
    </message>
    <message>
        <source>Making a sheet …</source>
        <translation>Laver et ark …</translation>
    </message>
    <message>
        <source>Locking everything anew …</source>
        <translation>Låser alt på ny …</translation>
    </message>
    <message>
        <source>✓ All keys are new. Write the new sheet down now.</source>
        <translation>✓ Alle nøgler er nye. Skriv det nye ark af nu.</translation>
    </message>
    <message>
        <source>✓ The new sheet holds.</source>
        <translation>✓ Det nye ark gælder.</translation>
    </message>
    <message>
        <source>The recovery sheet is shown only now. Write it down or save it first. Close once more to leave without it.</source>
        <translation>Nøglearket vises kun nu. Skriv det af, eller gem det først. Luk en gang til for at gå uden.</translation>
    </message>
</context>
<context>
    <name>LastTimePage</name>
    <message>
        <source>Last time</source>
        <translation>Sidste gang</translation>
    </message>
    <message>
        <source>This is what you agreed. What became of it, and is there something you will take along?</source>
        <translation>Det her aftalte I. Hvordan gik det, og er der noget, I vil tage med videre?</translation>
    </message>
</context>
<context>
    <name>LeftAlonePage</name>
    <message>
        <source>The file is untouched</source>
        <translation>Filen er ikke rørt</translation>
    </message>
    <message>
        <source>Seniorsamtale does not know this kind of file.</source>
        <translation>Seniorsamtale kender ikke den slags filer.</translation>
    </message>
    <message>
        <source>Nothing was opened or changed. Keep the file where it is; your conversations are safe.</source>
        <translation>Der er ikke åbnet eller ændret noget. Lad filen ligge, hvor den er; dine samtaler er i god behold.</translation>
    </message>
</context>
<context>
    <name>LettersStep</name>
    <message>
        <source>Letters</source>
        <translation>Breve</translation>
    </message>
    <message>
        <source>&quot;# &quot; opens the title, &quot;## &quot; a heading, &quot;- &quot; a point. What stands in curly brackets is filled in. A line that has nothing to fill in is left out.</source>
        <translation>»# « åbner titlen, »## « en overskrift, »- « et punkt. Det, der står i krøllede parenteser, bliver udfyldt. En linje uden noget at udfylde med bliver udeladt.</translation>
    </message>
    <message>
        <source>What can be filled in: %1</source>
        <translation>Det kan udfyldes: %1</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Brev</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>Brevets ord</translation>
    </message>
    <message>
        <source>Use the program&apos;s words</source>
        <translation>Brug programmets ord</translation>
    </message>
    <message>
        <source>As it will be read</source>
        <translation>Sådan bliver det læst</translation>
    </message>
    <message>
        <source>With an invented employee.</source>
        <translation>Med en opdigtet medarbejder.</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Jeres egne ord</translation>
    </message>
    <message>
        <source>The program&apos;s words</source>
        <translation>Programmets ord</translation>
    </message>
</context>
<context>
    <name>ListField</name>
    <message>
        <source>Not filled in</source>
        <translation>Ikke udfyldt</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message numerus="yes">
        <source>Locks in %n minute(s). Touch a key to go on.</source>
        <translation>
            <numerusform>Låser om %n minut. Rør en tast for at fortsætte.</numerusform>
            <numerusform>Låser om %n minutter. Rør en tast for at fortsætte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your conversations</source>
        <translation>Dine samtaler</translation>
    </message>
    <message>
        <source>Check a document</source>
        <translation>Kontrollér et dokument</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Samtale</translation>
    </message>
    <message>
        <source>Staff list</source>
        <translation>Medarbejderliste</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papirer</translation>
    </message>
    <message>
        <source>Hand in to HR</source>
        <translation>Aflever til HR</translation>
    </message>
    <message>
        <source>Figures for HR</source>
        <translation>Tal til HR</translation>
    </message>
</context>
<context>
    <name>MeasuresStep</name>
    <message>
        <source>What you offer</source>
        <translation>Det tilbyder I</translation>
    </message>
    <message>
        <source>A measure without a tick is gone from the talk and the catalogue. &quot;No change&quot; is always there.</source>
        <translation>Et tiltag uden kryds er væk fra samtalen og kataloget. »Ingen ændring« er der altid.</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Tiltag</translation>
    </message>
    <message>
        <source>Offered here</source>
        <translation>Tilbydes her</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Udgift</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Hvem afgør det</translation>
    </message>
    <message>
        <source>The measure that is chosen</source>
        <translation>Det valgte tiltag</translation>
    </message>
    <message>
        <source>As the program says</source>
        <translation>Som programmet siger</translation>
    </message>
    <message>
        <source>No cost</source>
        <translation>Ingen udgift</translation>
    </message>
    <message>
        <source>From the local budget</source>
        <translation>Fra det lokale budget</translation>
    </message>
    <message>
        <source>A real expense</source>
        <translation>Kræver penge</translation>
    </message>
    <message>
        <source>Your own words, in Danish</source>
        <translation>Jeres egne ord, på dansk</translation>
    </message>
    <message>
        <source>Your own words, in English</source>
        <translation>Jeres egne ord, på engelsk</translation>
    </message>
    <message>
        <source>What the collective agreement says, in Danish</source>
        <translation>Det siger overenskomsten, på dansk</translation>
    </message>
    <message>
        <source>What the collective agreement says, in English</source>
        <translation>Det siger overenskomsten, på engelsk</translation>
    </message>
    <message>
        <source>The agreement&apos;s facts hold as of</source>
        <translation>Oplysningerne om overenskomsten gælder pr.</translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message>
        <source>Answers from a meeting</source>
        <translation>Svar fra et møde</translation>
    </message>
    <message>
        <source>Hand out the sheet, count the answers, and type in how many gave each. Figures are shown from 20 answers up.</source>
        <translation>Del arket ud, tæl svarene, og skriv, hvor mange der gav hvert svar. Tal vises fra 20 svar og op.</translation>
    </message>
    <message>
        <source>Save the blank sheet as PDF …</source>
        <translation>Gem det tomme ark som PDF …</translation>
    </message>
    <message>
        <source>Save the figures as PDF …</source>
        <translation>Gem tallene som PDF …</translation>
    </message>
    <message>
        <source>Which meeting</source>
        <translation>Hvilket møde</translation>
    </message>
    <message>
        <source>Meetings that were counted</source>
        <translation>Møder, der er talt op</translation>
    </message>
    <message>
        <source>A new meeting</source>
        <translation>Et nyt møde</translation>
    </message>
    <message>
        <source>Delete this meeting</source>
        <translation>Slet dette møde</translation>
    </message>
    <message>
        <source>For example: the town hall, 4 November</source>
        <translation>Fx rådhuset, 4. november</translation>
    </message>
    <message>
        <source>The figures</source>
        <translation>Tallene</translation>
    </message>
    <message>
        <source>Meeting %1</source>
        <translation>Møde %1</translation>
    </message>
    <message>
        <source>Delete the meeting?</source>
        <translation>Vil du slette mødet?</translation>
    </message>
    <message>
        <source>Its name and counts go. Papers you have saved stay.</source>
        <translation>Mødets navn og tal forsvinder. Papirer, du har gemt, bliver.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Slet det</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behold det</translation>
    </message>
    <message>
        <source>Where shall it be saved?</source>
        <translation>Hvor skal det gemmes?</translation>
    </message>
    <message>
        <source>The paper is being made …</source>
        <translation>Papiret bliver lavet …</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gemt: %1</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Program</translation>
    </message>
    <message>
        <source>Your conversations</source>
        <translation>Dine samtaler</translation>
    </message>
    <message>
        <source>Check a document</source>
        <translation>Kontrollér et dokument</translation>
    </message>
    <message>
        <source>For HR: read files</source>
        <translation>For HR: læs filer ind</translation>
    </message>
    <message>
        <source>Try a conversation</source>
        <translation>Prøv en samtale</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
    <message>
        <source>Keys and copies</source>
        <translation>Nøgler og kopier</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afslut</translation>
    </message>
</context>
<context>
    <name>MovePage</name>
    <message>
        <source>Move to a new computer</source>
        <translation>Flyt til ny computer</translation>
    </message>
    <message>
        <source>Everything goes along: conversations, papers, your signing key, and what waits for HR.</source>
        <translation>Alt kommer med: samtaler, papirer, din underskriftsnøgle og det, der venter på HR.</translation>
    </message>
    <message>
        <source>1. Save the file for the move</source>
        <translation>1. Gem filen til flytningen</translation>
    </message>
    <message>
        <source>It is encrypted and opens with your passphrase or your recovery sheet of today. A USB stick or your own network drive will do. From then on this computer hands nothing in to HR: the new one does.</source>
        <translation>Den er krypteret og åbner med din adgangssætning eller dit nøgleark, som de er i dag. Et usb-stik eller dit eget netværksdrev er fint. Derefter afleverer denne computer ikke mere til HR; det gør den nye.</translation>
    </message>
    <message>
        <source>Save the file …</source>
        <translation>Gem filen …</translation>
    </message>
    <message>
        <source>2. Open it on the new computer</source>
        <translation>2. Åbn den på den nye computer</translation>
    </message>
    <message>
        <source>Install Seniorsamtale there. On its first page choose &quot;Restore from a copy&quot; and the file. You choose a passphrase for the new computer and get a new recovery sheet; the old ones do not open it.</source>
        <translation>Installér Seniorsamtale dér. Vælg »Hent fra en kopi« på den første side, og vælg filen. Du vælger en adgangssætning til den nye computer og får et nyt nøgleark; de gamle åbner den ikke.</translation>
    </message>
    <message>
        <source>3. Tidy up here</source>
        <translation>3. Ryd op her</translation>
    </message>
    <message>
        <source>When all is there: delete the file of the move, and delete the conversations here one by one, or let IT wipe this computer. If the move failed, nothing is lost: restore the file here, and this computer hands in again.</source>
        <translation>Når alt er på plads: Slet filen fra flytningen, og slet samtalerne her én for én, eller lad it tømme computeren. Gik flytningen galt, er intet tabt: Hent filen her, så afleverer denne computer igen.</translation>
    </message>
    <message>
        <source>A file for the move was saved on %1.</source>
        <translation>Der blev gemt en fil til flytning den %1.</translation>
    </message>
    <message>
        <source>Save the file for the move</source>
        <translation>Gem filen til flytningen</translation>
    </message>
    <message>
        <source>Saving and looking at the file …</source>
        <translation>Gemmer og ser filen efter …</translation>
    </message>
    <message>
        <source>✓ Saved, and every page looked at: %1</source>
        <translation>✓ Gemt, og hver side er set efter: %1</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Easy to guess. Four or five words that only you would put together are better.</source>
        <translation>Let at gætte. Fire eller fem ord, som kun du ville sætte sammen, er bedre.</translation>
    </message>
    <message>
        <source>Fairly hard to guess. Now once more.</source>
        <translation>Nogenlunde svær at gætte. Skriv den en gang til.</translation>
    </message>
    <message>
        <source>✓ Hard to guess. Now once more.</source>
        <translation>✓ Svær at gætte. Skriv den en gang til.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Ny adgangssætning</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Den samme igen</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. Four or five words that only you would put together are easy to remember and hard to guess.</source>
        <translation>
            <numerusform>Mindst %n tegn. Fire eller fem ord, som kun du ville sætte sammen, er lette at huske og svære at gætte.</numerusform>
            <numerusform>Mindst %n tegn. Fire eller fem ord, som kun du ville sætte sammen, er lette at huske og svære at gætte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s)</source>
        <translation>
            <numerusform>%n tegn mere</numerusform>
            <numerusform>%n tegn mere</numerusform>
        </translation>
    </message>
    <message>
        <source>Use more different letters.</source>
        <translation>Brug flere forskellige bogstaver.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>De to er ikke ens endnu.</translation>
    </message>
    <message>
        <source>✓ The two are the same.</source>
        <translation>✓ De to er ens.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Write a number, for example 32.5</source>
        <translation>Skriv et tal, for eksempel 32,5</translation>
    </message>
</context>
<context>
    <name>NumbersStep</name>
    <message>
        <source>At most eight questions are counted at a time. Each makes the whole a little less private; that is why there is a limit.</source>
        <translation>Højst otte spørgsmål tælles ad gangen. Hvert af dem gør helheden lidt mindre privat; derfor er der en grænse.</translation>
    </message>
    <message>
        <source>How many talks</source>
        <translation>Hvor mange samtaler</translation>
    </message>
    <message>
        <source>Fewest talks in a hand-in</source>
        <translation>Færrest samtaler i en aflevering</translation>
    </message>
    <message>
        <source>It can only be raised. More protects better, and leaders with few talks wait longer.</source>
        <translation>Det kan kun hæves. Flere beskytter bedre, og ledere med få samtaler venter længere.</translation>
    </message>
    <message>
        <source>What was chosen before still holds.</source>
        <translation>Det, der var valgt før, gælder stadig.</translation>
    </message>
</context>
<context>
    <name>OfferPage</name>
    <message>
        <source>Offer and basic facts</source>
        <translation>Tilbud og stamdata</translation>
    </message>
    <message>
        <source>The talk is an offer. No thanks needs no reason, and every question may be left open.</source>
        <translation>Samtalen er et tilbud. Et nej tak kræver ingen grund, og hvert spørgsmål kan stå åbent.</translation>
    </message>
    <message>
        <source>The offer</source>
        <translation>Tilbuddet</translation>
    </message>
    <message>
        <source>Start the talk</source>
        <translation>Start samtalen</translation>
    </message>
    <message>
        <source>Held on paper: type it in</source>
        <translation>Holdt på papir: skriv den ind</translation>
    </message>
    <message>
        <source>Who and when</source>
        <translation>Hvem og hvornår</translation>
    </message>
    <message>
        <source>Only for you</source>
        <translation>Kun for dig</translation>
    </message>
    <message>
        <source>What you write is kept encrypted on this computer only. HR sees counts, never names. Both of you get a signed copy of what you agree to write down.</source>
        <translation>Det, I skriver, gemmes krypteret og kun på denne computer. HR ser antal, aldrig navne. I får begge et underskrevet eksemplar af det, I er enige om at skrive ned.</translation>
    </message>
    <message>
        <source>Thank you for the answer. You will not be asked again – say so yourself whenever you like.</source>
        <translation>Tak for svaret. Du bliver ikke spurgt igen – sig selv til, når du har lyst.</translation>
    </message>
    <message>
        <source>Thank you for the answer. That is all. The offer comes again on %1.</source>
        <translation>Tak for svaret. Mere skal der ikke til. Tilbuddet kommer igen den %1.</translation>
    </message>
    <message>
        <source>Thank you for the answer. That is all.</source>
        <translation>Tak for svaret. Mere skal der ikke til.</translation>
    </message>
    <message>
        <source>Thank you for the answer. The conversation waits until it suits.</source>
        <translation>Tak for svaret. Samtalen venter, til det passer.</translation>
    </message>
    <message>
        <source>No answer is an answer, too. The offer comes again on %1.</source>
        <translation>Intet svar er også et svar. Tilbuddet kommer igen den %1.</translation>
    </message>
</context>
<context>
    <name>OfferedCard</name>
    <message>
        <source>Who has offered the conversation</source>
        <translation>Hvem har tilbudt samtalen</translation>
    </message>
    <message>
        <source>Leaders who should offer it</source>
        <translation>Ledere, der skal tilbyde den</translation>
    </message>
    <message>
        <source>Employees in the group, by your own age statistics</source>
        <translation>Medarbejdere i målgruppen ifølge jeres egen aldersstatistik</translation>
    </message>
    <message>
        <source>The two numbers are yours. They are kept in HR&apos;s vault and do not get into any file.</source>
        <translation>De to tal er jeres egne. De bliver gemt i HR&apos;s boks og kommer ikke med i nogen fil.</translation>
    </message>
    <message>
        <source>The two numbers are yours. They are not kept and do not get into any file.</source>
        <translation>De to tal er jeres egne. De bliver ikke gemt og kommer ikke i nogen fil.</translation>
    </message>
    <message>
        <source>All are offered it</source>
        <translation>Alle er tilbudt den</translation>
    </message>
    <message>
        <source>Not all yet</source>
        <translation>Ikke alle endnu</translation>
    </message>
    <message>
        <source>known seal</source>
        <translation>kendt segl</translation>
    </message>
    <message>
        <source>unknown seal: compare the fingerprint</source>
        <translation>ukendt segl: sammenlign fingeraftrykket</translation>
    </message>
    <message numerus="yes">
        <source>%n leader(s) have sent a receipt for %1.</source>
        <translation>
            <numerusform>%n leder har sendt kvittering for %1.</numerusform>
            <numerusform>%n ledere har sendt kvittering for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have offered it to everybody.</source>
        <translation>
            <numerusform>%n af dem har tilbudt den til alle.</numerusform>
            <numerusform>%n af dem har tilbudt den til alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is %1 of %2 leaders.</source>
        <translation>Det er %1 af %2 ledere.</translation>
    </message>
    <message numerus="yes">
        <source>The hand-ins of the half-year hold %n conversation(s): about %1 % of the group.</source>
        <translation>
            <numerusform>Halvårets afleveringer rummer %n samtale: omkring %1 % af målgruppen.</numerusform>
            <numerusform>Halvårets afleveringer rummer %n samtaler: omkring %1 % af målgruppen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnlyCard</name>
    <message>
        <source>Half-year</source>
        <translation>Halvår</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>OwnKeyCard</name>
    <message>
        <source>Change the key …</source>
        <translation>Skift nøgle …</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Lav en ny nøgle</translation>
    </message>
    <message>
        <source>The key is lost or known to others: block it and make a new one</source>
        <translation>Nøglen er tabt eller kendt af andre: spær den, og lav en ny</translation>
    </message>
    <message>
        <source>Use a key from the municipality (.p12) …</source>
        <translation>Brug en nøgle fra kommunen (.p12) …</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Filens adgangskode</translation>
    </message>
    <message>
        <source>Sign with a card or token this time</source>
        <translation>Skriv under med kort eller nøglebrik denne gang</translation>
    </message>
    <message>
        <source>The card&apos;s driver (PKCS#11)</source>
        <translation>Kortets driver (PKCS#11)</translation>
    </message>
    <message>
        <source>Find it …</source>
        <translation>Find den …</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN-kode</translation>
    </message>
    <message>
        <source>PIN of the card</source>
        <translation>Kortets PIN-kode</translation>
    </message>
    <message>
        <source>Your signing key is made on this computer when you sign for the first time.</source>
        <translation>Din underskriftsnøgle bliver lavet på denne computer, første gang du skriver under.</translation>
    </message>
    <message>
        <source>Your signing key was issued by %1 and holds until %2.</source>
        <translation>Din underskriftsnøgle er udstedt af %1 og gælder til %2.</translation>
    </message>
    <message>
        <source>Your signing key was made on this computer and holds until %2.</source>
        <translation>Din underskriftsnøgle er lavet på denne computer og gælder til %2.</translation>
    </message>
    <message>
        <source>The key has run out. Make a new one, or ask for one, before you sign.</source>
        <translation>Nøglen er udløbet. Lav en ny, eller bed om en, før du skriver under.</translation>
    </message>
    <message numerus="yes">
        <source>The key runs out in %n day(s). Make a new one in good time and tell HR its number.</source>
        <translation>
            <numerusform>Nøglen udløber om %n dag. Lav en ny i god tid, og giv HR dens nummer.</numerusform>
            <numerusform>Nøglen udløber om %n dage. Lav en ny i god tid, og giv HR dens nummer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a new signing key?</source>
        <translation>Lav en ny underskriftsnøgle?</translation>
    </message>
    <message>
        <source>The old key&apos;s seal is blocked on this computer. Tell HR, so that others learn of it too.</source>
        <translation>Den gamle nøgles segl bliver spærret på denne computer. Sig det til HR, så andre også får det at vide.</translation>
    </message>
    <message>
        <source>What the old key has signed stays known. Tell HR the new key&apos;s number.</source>
        <translation>Det, den gamle nøgle har forseglet, er stadig kendt. Giv HR den nye nøgles nummer.</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Lav den</translation>
    </message>
</context>
<context>
    <name>Pacing</name>
    <message numerus="yes">
        <source>You have talked for %n minute(s)</source>
        <translation>
            <numerusform>I har talt i %n minut</numerusform>
            <numerusform>I har talt i %n minutter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The theme often takes about %n minute(s)</source>
        <translation>
            <numerusform>Temaet tager tit omkring %n minut</numerusform>
            <numerusform>Temaet tager tit omkring %n minutter</numerusform>
        </translation>
    </message>
    <message>
        <source>The time you have talked</source>
        <translation>Den tid, I har talt</translation>
    </message>
    <message>
        <source>Hide the time</source>
        <translation>Skjul tiden</translation>
    </message>
    <message>
        <source>Show the time</source>
        <translation>Vis tiden</translation>
    </message>
</context>
<context>
    <name>PackDoor</name>
    <message>
        <source>There is a new pack from HR, version %1.</source>
        <translation>Der er en ny pakke fra HR, udgave %1.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Se den</translation>
    </message>
    <message>
        <source>A pack from HR</source>
        <translation>En pakke fra HR</translation>
    </message>
    <message>
        <source>A talk to try: invented people, nothing is kept</source>
        <translation>Prøvesamtale: opdigtede personer, intet bliver gemt</translation>
    </message>
</context>
<context>
    <name>PaperButton</name>
    <message>
        <source>Where shall it be saved?</source>
        <translation>Hvor skal den gemmes?</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>Papers</source>
        <translation>Papirer</translation>
    </message>
    <message>
        <source>To read, print or hand out. They name nobody, and nothing is filled in.</source>
        <translation>Til at læse, printe eller dele ud. De nævner ingen, og der er ikke udfyldt noget.</translation>
    </message>
    <message>
        <source>Introduction for the employee</source>
        <translation>Introduktion til medarbejderen</translation>
    </message>
    <message>
        <source>My thoughts, to write on by hand</source>
        <translation>Mine tanker, til at skrive på i hånden</translation>
    </message>
    <message>
        <source>My thoughts, to fill in on a computer</source>
        <translation>Mine tanker, til at udfylde på en computer</translation>
    </message>
    <message>
        <source>Introduction for the leader</source>
        <translation>Introduktion til lederen</translation>
    </message>
    <message>
        <source>My preparation, to write on by hand</source>
        <translation>Min forberedelse, til at skrive på i hånden</translation>
    </message>
    <message>
        <source>Question cards</source>
        <translation>Spørgsmålskort</translation>
    </message>
    <message>
        <source>The catalogue of measures</source>
        <translation>Inspirationskataloget</translation>
    </message>
    <message>
        <source>The short path on paper</source>
        <translation>Den korte vej på papir</translation>
    </message>
    <message>
        <source>The full path on paper</source>
        <translation>Den fulde vej på papir</translation>
    </message>
    <message>
        <source>Language of the papers</source>
        <translation>Papirernes sprog</translation>
    </message>
    <message>
        <source>For the employee</source>
        <translation>Til medarbejderen</translation>
    </message>
    <message>
        <source>&quot;My thoughts&quot; is the employee&apos;s own. It cannot be read into the program.</source>
        <translation>»Mine tanker« er medarbejderens eget. Det kan ikke læses ind i programmet.</translation>
    </message>
    <message>
        <source>For the leader</source>
        <translation>Til lederen</translation>
    </message>
    <message>
        <source>Your preparation on paper is yours to keep safe, and to shred afterwards.</source>
        <translation>Din forberedelse på papir skal du selv passe på og makulere bagefter.</translation>
    </message>
    <message>
        <source>With the lid closed</source>
        <translation>Med låget lukket</translation>
    </message>
    <message>
        <source>The conversation on paper, page by page as on the screen. Afterwards open the conversation and choose &quot;Held on paper: type it in&quot;: each field then bears the paper&apos;s number.</source>
        <translation>Samtalen på papir, side for side som på skærmen. Åbn samtalen bagefter, og vælg »Holdt på papir: skriv den ind«. Så står papirets nummer ved hvert felt.</translation>
    </message>
    <message>
        <source>The introduction</source>
        <translation>Introduktionen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Læs</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Gem som PDF …</translation>
    </message>
    <message>
        <source>Where shall it be saved?</source>
        <translation>Hvor skal den gemmes?</translation>
    </message>
    <message>
        <source>The paper is being made …</source>
        <translation>Papiret bliver lavet …</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gemt: %1</translation>
    </message>
</context>
<context>
    <name>PilotEditor</name>
    <message>
        <source>The leaders&apos; learning sheets</source>
        <translation>Ledernes læringsark</translation>
    </message>
    <message>
        <source>About the tool, not about employees: no names. One point a line. The report mixes all that the leaders wrote.</source>
        <translation>Om værktøjet, ikke om medarbejdere: ingen navne. Ét punkt pr. linje. Rapporten blander alt, hvad lederne skrev.</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Fortællinger</translation>
    </message>
    <message>
        <source>In the employee&apos;s own words. A story gets into the report only when the employee has read it and approved it word by word.</source>
        <translation>Med medarbejderens egne ord. En fortælling kommer kun med i rapporten, når medarbejderen har læst den og godkendt den ord for ord.</translation>
    </message>
    <message>
        <source>One more sheet</source>
        <translation>Et ark mere</translation>
    </message>
    <message>
        <source>One more story</source>
        <translation>En fortælling mere</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluering</translation>
    </message>
    <message>
        <source>What you keep, change or leave, and what you told HovedMED.</source>
        <translation>Hvad I beholder, ændrer eller lader ligge, og hvad I fortalte HovedMED.</translation>
    </message>
    <message>
        <source>Your evaluation</source>
        <translation>Jeres evaluering</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>What the round is called</source>
        <translation>Hvad prøven hedder</translation>
    </message>
    <message>
        <source>Half-year</source>
        <translation>Halvår</translation>
    </message>
    <message>
        <source>Purpose: what you want to find out</source>
        <translation>Formål: hvad I vil finde ud af</translation>
    </message>
    <message>
        <source>Who takes part: workplaces and roles, no names</source>
        <translation>Hvem er med: arbejdspladser og roller, ingen navne</translation>
    </message>
    <message>
        <source>Areas in the round; none ticked means all</source>
        <translation>Områder i prøven; ingen kryds betyder alle</translation>
    </message>
    <message>
        <source>Sheet %1: what worked</source>
        <translation>Ark %1: hvad virkede</translation>
    </message>
    <message>
        <source>Sheet %1: what was missing</source>
        <translation>Ark %1: hvad manglede</translation>
    </message>
    <message>
        <source>Sheet %1: minutes for a conversation</source>
        <translation>Ark %1: minutter til en samtale</translation>
    </message>
    <message>
        <source>Story %1</source>
        <translation>Fortælling %1</translation>
    </message>
    <message>
        <source>The employee has read and approved the story, word by word</source>
        <translation>Medarbejderen har læst og godkendt fortællingen ord for ord</translation>
    </message>
</context>
<context>
    <name>PilotsPage</name>
    <message>
        <source>Pilot rounds</source>
        <translation>Prøvehandlinger</translation>
    </message>
    <message>
        <source>Try the conversation in a corner of the municipality first. A small round tells of the tool, never of people.</source>
        <translation>Prøv samtalen af i et hjørne af kommunen først. En lille prøve fortæller om værktøjet, aldrig om mennesker.</translation>
    </message>
    <message>
        <source>Pilot round</source>
        <translation>Prøvehandling</translation>
    </message>
    <message>
        <source>New pilot round</source>
        <translation>Ny prøvehandling</translation>
    </message>
    <message>
        <source>There is no pilot round yet. Begin one, print the learning sheet for its leaders, and type in what they write.</source>
        <translation>Der er ingen prøvehandling endnu. Begynd en, print læringsarket til lederne, og skriv ind, hvad de skriver.</translation>
    </message>
    <message>
        <source>Save the report as PDF …</source>
        <translation>Gem rapporten som PDF …</translation>
    </message>
    <message>
        <source>Save the learning sheet as PDF …</source>
        <translation>Gem læringsarket som PDF …</translation>
    </message>
    <message>
        <source>Delete the round …</source>
        <translation>Slet prøven …</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Intet navn endnu</translation>
    </message>
    <message>
        <source>Delete the pilot round?</source>
        <translation>Skal prøvehandlingen slettes?</translation>
    </message>
    <message>
        <source>What the leaders wrote and the stories go with it. Files that were read in stay.</source>
        <translation>Det, lederne skrev, og fortællingerne følger med. Filer, der er læst ind, bliver liggende.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Slet den</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behold den</translation>
    </message>
    <message>
        <source>Where shall it be saved?</source>
        <translation>Hvor skal den gemmes?</translation>
    </message>
    <message>
        <source>The paper is being made …</source>
        <translation>Papiret bliver lavet …</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gemt: %1</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan for the talks</source>
        <translation>Plan for samtalerne</translation>
    </message>
    <message>
        <source>From the first discussion in HovedMED to the yearly follow-up. The plan names roles, never people.</source>
        <translation>Fra første drøftelse i HovedMED til den årlige opfølgning. Planen nævner roller, aldrig personer.</translation>
    </message>
    <message>
        <source>When is the first discussion in HovedMED?</source>
        <translation>Hvornår er den første drøftelse i HovedMED?</translation>
    </message>
    <message>
        <source>First discussion</source>
        <translation>Første drøftelse</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>Lav planen</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Gem som PDF …</translation>
    </message>
    <message>
        <source>Save as workbook …</source>
        <translation>Gem som projektmappe …</translation>
    </message>
    <message>
        <source>Save for the calendar …</source>
        <translation>Gem til kalenderen …</translation>
    </message>
    <message>
        <source>A step of your own</source>
        <translation>Et trin af jeres eget</translation>
    </message>
    <message>
        <source>For example: ask the night teams</source>
        <translation>Fx spørg natholdene</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Hvem gør det</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tilføj</translation>
    </message>
    <message>
        <source>Where shall it be saved?</source>
        <translation>Hvor skal det gemmes?</translation>
    </message>
    <message>
        <source>The paper is being made …</source>
        <translation>Papiret bliver lavet …</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gemt: %1</translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>My preparation</source>
        <translation>Min forberedelse</translation>
    </message>
    <message>
        <source>Only you see this page. It is never printed, never leaves this computer and is deleted when the talk is closed.</source>
        <translation>Kun du ser denne side. Den bliver aldrig printet, forlader aldrig computeren og slettes, når samtalen afsluttes.</translation>
    </message>
    <message>
        <source>Each measure is filled in by who usually decides. Mark the exceptions only. What is not possible here is not suggested to you later.</source>
        <translation>Alle tiltag er udfyldt efter, hvem der plejer at afgøre dem. Marker kun undtagelserne. Det, der ikke er muligt her, bliver ikke foreslået senere.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Tiltag</translation>
    </message>
    <message>
        <source>My mandate</source>
        <translation>Mit mandat</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tilføj</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>Vis hele kortet</translation>
    </message>
    <message>
        <source>I can say yes myself</source>
        <translation>Det kan jeg selv sige ja til</translation>
    </message>
    <message>
        <source>I must ask</source>
        <translation>Det skal jeg spørge om</translation>
    </message>
    <message>
        <source>Needs a local agreement with the union</source>
        <translation>Det kræver en lokal aftale med organisationen</translation>
    </message>
    <message>
        <source>The employee&apos;s own right</source>
        <translation>Det er medarbejderens egen ret</translation>
    </message>
    <message>
        <source>Not possible here</source>
        <translation>Det er ikke muligt hos os</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Fjern</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>How it will look</source>
        <translation>Sådan kommer det til at se ud</translation>
    </message>
    <message>
        <source>As both see it</source>
        <translation>Som I begge ser det</translation>
    </message>
    <message>
        <source>The leader alone</source>
        <translation>Kun lederen</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>På papir</translation>
    </message>
    <message>
        <source>This page exists on the leader&apos;s screen alone.</source>
        <translation>Den side findes kun på lederens skærm.</translation>
    </message>
</context>
<context>
    <name>ProtectCard</name>
    <message>
        <source>Also make copies with a password, to send by mail or carry on a USB stick</source>
        <translation>Lav også kopier med adgangskode, til at sende med mail eller tage med på en USB-nøgle</translation>
    </message>
    <message>
        <source>Password of the copies</source>
        <translation>Kopiernes adgangskode</translation>
    </message>
    <message>
        <source>Write the password down together and keep it apart from the files. It is needed each time a copy is opened, and nobody can find it again.</source>
        <translation>Skriv adgangskoden ned sammen, og gem den for sig selv. Den skal bruges, hver gang en kopi åbnes, og ingen kan finde den igen.</translation>
    </message>
</context>
<context>
    <name>QuestionPicker</name>
    <message>
        <source>Questions</source>
        <translation>Spørgsmål</translation>
    </message>
    <message>
        <source>May take the place of one above</source>
        <translation>Kan træde i stedet for et af dem ovenfor</translation>
    </message>
    <message>
        <source>How imprecise the numbers are</source>
        <translation>Hvor upræcise tallene er</translation>
    </message>
    <message>
        <source>Very imprecise: best protected, for large municipalities</source>
        <translation>Meget upræcise: bedst beskyttet, til store kommuner</translation>
    </message>
    <message>
        <source>Imprecise: the default</source>
        <translation>Upræcise: standarden</translation>
    </message>
    <message>
        <source>Less imprecise: less protected</source>
        <translation>Mindre upræcise: mindre beskyttet</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are chosen. At most eight may be.</source>
        <translation>
            <numerusform>%n spørgsmål er valgt. Højst otte må være det.</numerusform>
            <numerusform>%n spørgsmål er valgt. Højst otte må være det.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one question.</source>
        <translation>Vælg mindst ét spørgsmål.</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Choose questions</source>
        <translation>Vælg spørgsmål</translation>
    </message>
    <message>
        <source>At most eight questions are counted at a time. Each makes the whole a little less private; that is why there is a limit.</source>
        <translation>Der tælles højst otte spørgsmål ad gangen. Hvert spørgsmål gør det hele lidt mindre privat; derfor er der en grænse.</translation>
    </message>
    <message>
        <source>To your IT department</source>
        <translation>Til jeres IT-afdeling</translation>
    </message>
    <message>
        <source>The line for IT</source>
        <translation>Linjen til IT</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiér</translation>
    </message>
    <message>
        <source>It holds from the next conversations on; those that are waiting are counted as they were asked. Discuss the choice in HovedMED first.</source>
        <translation>Det gælder fra de næste samtaler; de samtaler, der venter, bliver talt, som der blev spurgt. Drøft valget i HovedMED først.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are chosen. Give this line to IT, who sets it for all leaders:</source>
        <translation>
            <numerusform>%n spørgsmål er valgt. Giv denne linje til IT, der sætter den for alle ledere:</numerusform>
            <numerusform>%n spørgsmål er valgt. Giv denne linje til IT, der sætter den for alle ledere:</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Copied</source>
        <translation>✓ Kopieret</translation>
    </message>
</context>
<context>
    <name>ReadPage</name>
    <message>
        <source>Read it in peace</source>
        <translation>Læs det i ro</translation>
    </message>
    <message>
        <source>The employee takes a draft home, reads it in peace and may show it to the union representative or a colleague. Five working days are usual. You sign when you meet again.</source>
        <translation>Medarbejderen tager en kladde med hjem, læser den i ro og kan vise den til sin tillidsrepræsentant eller en kollega. Fem arbejdsdage er det normale. I skriver under, når I mødes igen.</translation>
    </message>
    <message>
        <source>The text is finished</source>
        <translation>Teksten er færdig</translation>
    </message>
    <message>
        <source>Save the draft as PDF …</source>
        <translation>Gem kladden som PDF …</translation>
    </message>
    <message>
        <source>Change something</source>
        <translation>Ret noget</translation>
    </message>
    <message>
        <source>Read it here in large type</source>
        <translation>Læs det her med stor skrift</translation>
    </message>
    <message>
        <source>If the employee would rather sign now, go on to the signatures. It is the employee&apos;s choice, not ours.</source>
        <translation>Vil medarbejderen hellere skrive under nu, så gå videre til underskrifterne. Det vælger medarbejderen selv.</translation>
    </message>
    <message>
        <source>The text can still be changed.</source>
        <translation>Teksten kan stadig rettes.</translation>
    </message>
    <message>
        <source>When both are content with it, it is frozen and a draft can be taken home.</source>
        <translation>Når I begge er tilfredse, låses teksten, og en kladde kan tages med hjem.</translation>
    </message>
    <message>
        <source>The text is frozen, version %1.</source>
        <translation>Teksten er låst, version %1.</translation>
    </message>
    <message>
        <source>The employee may read it in peace until %1. Sign together then, or before if the employee wishes.</source>
        <translation>Medarbejderen kan læse det i ro til %1. Skriv under sammen derefter – eller før, hvis medarbejderen ønsker det.</translation>
    </message>
    <message>
        <source>If something has to change, it becomes a new version.</source>
        <translation>Skal noget rettes, bliver det en ny version.</translation>
    </message>
    <message>
        <source>The leader has signed, the employee has not yet.</source>
        <translation>Lederen har skrevet under, medarbejderen ikke endnu.</translation>
    </message>
    <message>
        <source>There is no hurry. If something has to change, both sign the new text.</source>
        <translation>Der er ingen hast. Skal noget rettes, skriver begge under på den nye tekst.</translation>
    </message>
    <message>
        <source>The talk was held and is not signed.</source>
        <translation>Samtalen er holdt og er ikke underskrevet.</translation>
    </message>
    <message>
        <source>The text is signed.</source>
        <translation>Teksten er underskrevet.</translation>
    </message>
    <message>
        <source>The conversation sheet</source>
        <translation>Samtalearket</translation>
    </message>
    <message>
        <source>The agreement sheet</source>
        <translation>Aftalearket</translation>
    </message>
    <message>
        <source>These characters cannot be printed and become boxes on paper: %1. Write them another way.</source>
        <translation>Disse tegn kan ikke trykkes og bliver til firkanter på papiret: %1. Skriv dem på en anden måde.</translation>
    </message>
    <message>
        <source>Still missing: %1.</source>
        <translation>Mangler stadig: %1.</translation>
    </message>
    <message>
        <source>Where shall the draft be saved?</source>
        <translation>Hvor skal kladden gemmes?</translation>
    </message>
    <message>
        <source>Saved: %1. Whoever can open the folder can read it.</source>
        <translation>Gemt: %1. Den, der kan åbne mappen, kan læse den.</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Receipt: has everybody been offered the conversation?</source>
        <translation>Kvittering: Er alle tilbudt samtalen?</translation>
    </message>
    <message>
        <source>HR sees who has offered the conversation – never to whom, how many they are or what they said. It does not matter how many said no thanks.</source>
        <translation>HR ser, hvem der har tilbudt samtalen – aldrig til hvem, hvor mange de er, eller hvad de sagde. Det betyder ikke noget, hvor mange der sagde nej tak.</translation>
    </message>
    <message>
        <source>Yes, everybody in the group has been offered it in this half-year</source>
        <translation>Ja, alle i målgruppen er tilbudt den i dette halvår</translation>
    </message>
    <message>
        <source>No, not everybody yet</source>
        <translation>Nej, ikke alle endnu</translation>
    </message>
    <message>
        <source>Type your name to sign</source>
        <translation>Skriv dit navn for at underskrive</translation>
    </message>
    <message>
        <source>Sign and save the receipt …</source>
        <translation>Underskriv og gem kvitteringen …</translation>
    </message>
    <message>
        <source>Save the receipt again …</source>
        <translation>Gem kvitteringen igen …</translation>
    </message>
    <message>
        <source>✓ The receipt for this half-year is signed. You may sign a new one if the answer has changed.</source>
        <translation>✓ Kvitteringen for dette halvår er underskrevet. Du kan underskrive en ny, hvis svaret har ændret sig.</translation>
    </message>
    <message>
        <source>Where shall the receipt be saved?</source>
        <translation>Hvor skal kvitteringen gemmes?</translation>
    </message>
</context>
<context>
    <name>RegisterCard</name>
    <message>
        <source>holds</source>
        <translation>gælder</translation>
    </message>
    <message>
        <source>waits for the employee&apos;s signature</source>
        <translation>venter på medarbejderens underskrift</translation>
    </message>
    <message>
        <source>replaced by a later version</source>
        <translation>erstattet af en nyere version</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>trukket tilbage</translation>
    </message>
    <message>
        <source>Conversation sheet</source>
        <translation>Samtaleark</translation>
    </message>
    <message>
        <source>Agreement sheet</source>
        <translation>Aftaleark</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Tilbagetrækning</translation>
    </message>
    <message>
        <source>The signed papers</source>
        <translation>De underskrevne ark</translation>
    </message>
    <message>
        <source>Withdraw the papers …</source>
        <translation>Træk arkene tilbage …</translation>
    </message>
    <message>
        <source>A signed page says that they no longer hold. The files themselves stay as they are; give the page to everybody who has got them.</source>
        <translation>En underskrevet side siger, at de ikke gælder længere. Filerne selv bliver, som de er; giv siden til alle, der har fået dem.</translation>
    </message>
    <message>
        <source>Reason, if you like; it stands on the page</source>
        <translation>Grund, hvis du vil; den står på siden</translation>
    </message>
    <message>
        <source>Type your name to sign</source>
        <translation>Skriv dit navn for at skrive under</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Træk tilbage</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
</context>
<context>
    <name>RequestsCard</name>
    <message>
        <source>To take along</source>
        <translation>Det tager du videre</translation>
    </message>
    <message>
        <source>What must be formalised, or what others decide, is printed as a request on one page with room for the answer.</source>
        <translation>Det, der skal formaliseres, eller som andre afgør, printes som en anmodning på én side med plads til svaret.</translation>
    </message>
    <message>
        <source>Save reminders for the calendar …</source>
        <translation>Gem påmindelser til kalenderen …</translation>
    </message>
    <message>
        <source>The follow-up and the days you look at the agreements again, without names or content.</source>
        <translation>Opfølgningen og de dage, I ser på aftalerne igen, uden navne og indhold.</translation>
    </message>
    <message>
        <source>Print request: %1</source>
        <translation>Print anmodning: %1</translation>
    </message>
    <message>
        <source>Saved: %1. Whoever can open the folder can read it.</source>
        <translation>Gemt: %1. Den, der kan åbne mappen, kan læse den.</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore from a copy</source>
        <translation>Hent fra en kopi</translation>
    </message>
    <message>
        <source>Nothing is changed before the copy has been looked at from end to end.</source>
        <translation>Intet ændres, før kopien er set efter fra ende til anden.</translation>
    </message>
    <message>
        <source>1. Which copy?</source>
        <translation>1. Hvilken kopi?</translation>
    </message>
    <message>
        <source>Which copy?</source>
        <translation>Hvilken kopi?</translation>
    </message>
    <message>
        <source>There are no daily copies in the folder of this computer.</source>
        <translation>Der er ingen daglige kopier på denne computer.</translation>
    </message>
    <message>
        <source>Another file …</source>
        <translation>En anden fil …</translation>
    </message>
    <message>
        <source>The passphrase of the day it was made, or the 48 digits of that day&apos;s sheet</source>
        <translation>Adgangssætningen fra den dag, den blev lavet, eller de 48 tal på arket fra dengang</translation>
    </message>
    <message>
        <source>Look at the copy</source>
        <translation>Se kopien efter</translation>
    </message>
    <message>
        <source>2. New keys</source>
        <translation>2. Nye nøgler</translation>
    </message>
    <message>
        <source>The restored conversations get a passphrase and a sheet of their own. What lies here now is moved aside and kept for 35 days. What was deleted since stays deleted.</source>
        <translation>Samtalerne får deres egen adgangssætning og deres eget ark. Det, der ligger her nu, bliver lagt til side og gemt i 35 dage. Det, der er slettet siden, forbliver slettet.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Hent</translation>
    </message>
    <message>
        <source>Open the conversations</source>
        <translation>Åbn samtalerne</translation>
    </message>
    <message>
        <source>Looking at every page …</source>
        <translation>Ser hver side efter …</translation>
    </message>
    <message numerus="yes">
        <source>✓ The copy is whole. It was made on %1 and holds %n conversation(s).</source>
        <translation>
            <numerusform>✓ Kopien er hel. Den er fra %1 og rummer én samtale.</numerusform>
            <numerusform>✓ Kopien er hel. Den er fra %1 og rummer %n samtaler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer cop(y/ies) are damaged and were passed over.</source>
        <translation>
            <numerusform>En nyere kopi er beskadiget og er sprunget over.</numerusform>
            <numerusform>%n nyere kopier er beskadiget og er sprunget over.</numerusform>
        </translation>
    </message>
    <message>
        <source>The conversations here were last written to on %1. What was written after the copy was made would be missing.</source>
        <translation>Der er sidst skrevet i samtalerne her den %1. Det, der er skrevet efter kopien, ville mangle.</translation>
    </message>
    <message>
        <source>Restoring …</source>
        <translation>Henter …</translation>
    </message>
    <message>
        <source>✓ Restored. Write the new sheet down now.</source>
        <translation>✓ Hentet. Skriv det nye ark af nu.</translation>
    </message>
    <message>
        <source>The recovery sheet is shown only now. Write it down or save it first. Close once more to leave without it.</source>
        <translation>Nøglearket vises kun nu. Skriv det af, eller gem det først. Luk en gang til for at gå uden.</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>We look at it again</source>
        <translation>Vi ser på det igen</translation>
    </message>
    <message>
        <source>The answer on pay and pension</source>
        <translation>Svaret om løn og pension</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Hvem svarer</translation>
    </message>
    <message>
        <source>Answer no later than</source>
        <translation>Svar senest</translation>
    </message>
    <message>
        <source>What we say to colleagues</source>
        <translation>Det siger vi til kollegerne</translation>
    </message>
    <message>
        <source>No change is a full result. It is good to know that it works, and you can talk again whenever you like.</source>
        <translation>Ingen ændring er et helt resultat. Det er godt at vide, at det fungerer, og I kan altid tale sammen igen.</translation>
    </message>
    <message>
        <source>It can be agreed when the question of pay and pension is answered.</source>
        <translation>Det kan aftales, når spørgsmålet om løn og pension er besvaret.</translation>
    </message>
    <message>
        <source>Others must say yes too. Let it stand as a wish or a recommendation, so that it is clear what to ask for.</source>
        <translation>Andre skal også sige ja. Lad det stå som et ønske eller en anbefaling, så er det klart, hvad der skal spørges om.</translation>
    </message>
    <message>
        <source>Take the agreement away</source>
        <translation>Fjern aftalen</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>Ikke udfyldt</translation>
    </message>
</context>
<context>
    <name>SafeDoor</name>
    <message>
        <source>Your municipality has an emergency key</source>
        <translation>Din kommune har en nødnøgle</translation>
    </message>
    <message>
        <source>If you are away and your passphrase is lost, two persons outside HR can open the conversations together; it is then written in the log. The key&apos;s fingerprint: %1</source>
        <translation>Er du væk, og er adgangssætningen tabt, kan to personer uden for HR åbne samtalerne sammen; det skrives i loggen. Nøglens fingeraftryk: %1</translation>
    </message>
    <message>
        <source>Something is damaged</source>
        <translation>Noget er beskadiget</translation>
    </message>
    <message>
        <source>The program has looked the conversations over, and not all is as it was. Open &quot;Keys and copies&quot; in the menu and look there: it finds the newest good copy.</source>
        <translation>Programmet har set samtalerne efter, og ikke alt er, som det var. Åbn »Nøgler og kopier« i menuen, og se efter dér: Den finder den nyeste gode kopi.</translation>
    </message>
    <message>
        <source>Keys and copies</source>
        <translation>Nøgler og kopier</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Nøgler</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>Loggen</translation>
    </message>
    <message>
        <source>Move to a new computer</source>
        <translation>Flyt til ny computer</translation>
    </message>
    <message>
        <source>Restore from a copy</source>
        <translation>Hent fra en kopi</translation>
    </message>
</context>
<context>
    <name>SafePage</name>
    <message>
        <source>Keys and copies</source>
        <translation>Nøgler og kopier</translation>
    </message>
    <message>
        <source>How the conversations are kept safe.</source>
        <translation>Sådan passes der på samtalerne.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Nøgler</translation>
    </message>
    <message>
        <source>Change the passphrase, make a new recovery sheet, or change all keys when somebody may know an old one.</source>
        <translation>Skift adgangssætning, lav et nyt nøgleark, eller skift alle nøgler, hvis nogen kan kende en gammel.</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>Loggen</translation>
    </message>
    <message>
        <source>Who opened, printed, saved and deleted what, and when.</source>
        <translation>Hvad der er åbnet, printet, gemt og slettet, og hvornår.</translation>
    </message>
    <message>
        <source>Restore from a copy</source>
        <translation>Hent fra en kopi</translation>
    </message>
    <message>
        <source>The conversations are shut first. What lies here now is moved aside.</source>
        <translation>Samtalerne lukkes først. Det, der ligger her nu, bliver lagt til side.</translation>
    </message>
    <message>
        <source>Move to a new computer</source>
        <translation>Flyt til ny computer</translation>
    </message>
    <message>
        <source>Three steps. What waits for HR goes along.</source>
        <translation>Tre trin. Det, der venter på HR, kommer med.</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Åbn …</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Åbn: %1</translation>
    </message>
</context>
<context>
    <name>SamePerson</name>
    <message>
        <source>Is it the same person?</source>
        <translation>Er det den samme person?</translation>
    </message>
    <message>
        <source>You know somebody of that name. With the same person, what you agreed earlier comes along.</source>
        <translation>Du kender allerede en med det navn. Er det den samme person, følger jeres tidligere aftaler med.</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Den samme</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>En anden person</translation>
    </message>
    <message>
        <source>The same: %1</source>
        <translation>Den samme: %1</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save the report as PDF …</source>
        <translation>Gem rapporten som PDF …</translation>
    </message>
    <message>
        <source>Save as Excel …</source>
        <translation>Gem som Excel …</translation>
    </message>
    <message>
        <source>Save the charts …</source>
        <translation>Gem diagrammerne …</translation>
    </message>
    <message>
        <source>Each chart as a picture (PNG) and as a drawing (SVG), for slides and newsletters.</source>
        <translation>Hvert diagram som billede (PNG) og som tegning (SVG), til slides og nyhedsbreve.</translation>
    </message>
    <message>
        <source>Save the totals for others …</source>
        <translation>Gem summerne til andre …</translation>
    </message>
    <message>
        <source>A file that adds up with other municipalities&apos; totals. It is as imprecise as the hand-ins.</source>
        <translation>En fil, der kan lægges sammen med andre kommuners summer. Den er lige så upræcis som afleveringerne.</translation>
    </message>
    <message>
        <source>Save in short …</source>
        <translation>Gem kort udgave …</translation>
    </message>
    <message>
        <source>One page for the political committee, and one for the press.</source>
        <translation>Én side til det politiske udvalg og én til pressen.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Gem rapporten</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>Gem diagrammerne</translation>
    </message>
    <message>
        <source>Save in short</source>
        <translation>Gem kort udgave</translation>
    </message>
    <message>
        <source>Save the totals</source>
        <translation>Gem summerne</translation>
    </message>
    <message>
        <source>Drawing …</source>
        <translation>Tegner …</translation>
    </message>
    <message>
        <source>Making the report …</source>
        <translation>Laver rapporten …</translation>
    </message>
    <message>
        <source>senior-conversations-chart</source>
        <translation>seniorsamtaler-diagram</translation>
    </message>
    <message>
        <source>✓ Saved: %1</source>
        <translation>✓ Gemt: %1</translation>
    </message>
    <message numerus="yes">
        <source>✓ %n chart(s) saved</source>
        <translation>
            <numerusform>✓ %n diagram gemt</numerusform>
            <numerusform>✓ %n diagrammer gemt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
</context>
<context>
    <name>SealsCard</name>
    <message>
        <source>Known seals …</source>
        <translation>Kendte segl …</translation>
    </message>
    <message>
        <source>The seal&apos;s number, 64 digits and letters, as you were given it</source>
        <translation>Seglets nummer, 64 tal og bogstaver, som du har fået det</translation>
    </message>
    <message>
        <source>The seal&apos;s number</source>
        <translation>Seglets nummer</translation>
    </message>
    <message>
        <source>Whose seal it is</source>
        <translation>Hvis segl det er</translation>
    </message>
    <message>
        <source>A leader&apos;s</source>
        <translation>En leders</translation>
    </message>
    <message>
        <source>HR&apos;s own, for lists</source>
        <translation>HRs eget, til lister</translation>
    </message>
    <message>
        <source>HR&apos;s root</source>
        <translation>HRs rod</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tilføj</translation>
    </message>
    <message>
        <source>Take in a list that HR has signed …</source>
        <translation>Tag en liste ind, som HR har skrevet under …</translation>
    </message>
    <message>
        <source>Add this seal …</source>
        <translation>Tilføj segl …</translation>
    </message>
    <message>
        <source>Have you compared this number with the leader or HR, by telephone or on paper?

%1

Where does the seal belong?</source>
        <translation>Har du sammenlignet nummeret med lederen eller HR, i telefonen eller på papir?

%1

Hvor hører seglet til?</translation>
    </message>
    <message numerus="yes">
        <source>%n entr(y/ies) of the list were new.</source>
        <translation>
            <numerusform>%n linje på listen var ny.</numerusform>
            <numerusform>%n linjer på listen var nye.</numerusform>
        </translation>
    </message>
    <message>
        <source>No seal is known here yet. Your own is added when you sign for the first time.</source>
        <translation>Her er ingen kendte segl endnu. Dit eget kommer til, første gang du skriver under.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Spærret</translation>
    </message>
    <message>
        <source>Block …</source>
        <translation>Spær …</translation>
    </message>
    <message>
        <source>Block this seal?</source>
        <translation>Spær dette segl?</translation>
    </message>
    <message>
        <source>Papers with it are yellow from then on. It cannot be undone here.</source>
        <translation>Ark med det er gule fra nu af. Det kan ikke gøres om her.</translation>
    </message>
    <message>
        <source>Block it</source>
        <translation>Spær det</translation>
    </message>
</context>
<context>
    <name>SealsPage</name>
    <message>
        <source>Known seals</source>
        <translation>Kendte segl</translation>
    </message>
    <message>
        <source>Leaders&apos; seals are added where a document is checked. From there you can hand them out as a list that you have signed.</source>
        <translation>Lederes segl tilføjes dér, hvor man kontrollerer et dokument. Herfra kan I dele dem ud som en liste, I har underskrevet.</translation>
    </message>
    <message>
        <source>Who signs for HR</source>
        <translation>Hvem skriver under for HR</translation>
    </message>
    <message>
        <source>Sign and save the list …</source>
        <translation>Underskriv og gem listen …</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Gem listen</translation>
    </message>
    <message>
        <source>The list is being signed …</source>
        <translation>Listen bliver underskrevet …</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gemt: %1</translation>
    </message>
    <message>
        <source>Leaders add this seal once, as HR&apos;s own. Tell it by another way than the list.</source>
        <translation>Lederne tilføjer det her segl én gang, som HR&apos;s eget. Fortæl det ad en anden vej end listen.</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>The pack for leaders</source>
        <translation>Pakken til lederne</translation>
    </message>
    <message>
        <source>Set up once, present on every leader&apos;s laptop. Everything has a good default; change only what is different with you.</source>
        <translation>Sat op én gang, til stede på hver leders computer. Alt har en god standard; ret kun det, der er anderledes hos jer.</translation>
    </message>
    <message>
        <source>The municipality</source>
        <translation>Kommunen</translation>
    </message>
    <message>
        <source>The talk</source>
        <translation>Samtalen</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Tiltag</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Tal til HR</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Breve</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Skabelon</translation>
    </message>
    <message>
        <source>Hand it out</source>
        <translation>Udgiv</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Næste</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>Forrige trin</translation>
    </message>
    <message>
        <source>✓ Saved at %1</source>
        <translation>✓ Gemt kl. %1</translation>
    </message>
    <message>
        <source>The pack is being signed …</source>
        <translation>Pakken bliver underskrevet …</translation>
    </message>
    <message>
        <source>Version %1 is signed and saved: %2</source>
        <translation>Udgave %1 er underskrevet og gemt: %2</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gemt: %1</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Indstillinger</translation>
    </message>
    <message>
        <source>What you choose is in force at once.</source>
        <translation>Det, du vælger, gælder med det samme.</translation>
    </message>
    <message>
        <source>The screen</source>
        <translation>Skærmen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprog</translation>
    </message>
    <message>
        <source>Normal (%1)</source>
        <translation>Normal (%1)</translation>
    </message>
    <message>
        <source>Larger (%1)</source>
        <translation>Større (%1)</translation>
    </message>
    <message>
        <source>Large (%1)</source>
        <translation>Stor (%1)</translation>
    </message>
    <message>
        <source>Largest (%1)</source>
        <translation>Størst (%1)</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekststørrelse</translation>
    </message>
    <message>
        <source>Follow the computer</source>
        <translation>Som computeren</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lyst</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mørkt</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Udseende</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minut</numerusform>
            <numerusform>%n minutter</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock when nobody has touched the program for</source>
        <translation>Lås, når ingen har rørt programmet i</translation>
    </message>
    <message>
        <source>Ctrl+L locks at once. While you both look at a conversation it waits 45 minutes.</source>
        <translation>Ctrl+L låser med det samme. Mens I begge ser på en samtale, venter det 45 minutter.</translation>
    </message>
    <message>
        <source>Managed by your IT department</source>
        <translation>Styres af din IT-afdeling</translation>
    </message>
    <message>
        <source>You and your workplace</source>
        <translation>Dig og din arbejdsplads</translation>
    </message>
    <message>
        <source>Stands on new papers. Papers already signed do not change. A field is saved when you leave it.</source>
        <translation>Står på nye ark. Underskrevne ark ændres ikke. Et felt gemmes, når du forlader det.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dit navn</translation>
    </message>
    <message>
        <source>Your title</source>
        <translation>Din stilling</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>Arbejdsplads</translation>
    </message>
    <message>
        <source>Contact in HR</source>
        <translation>Kontakt i HR</translation>
    </message>
    <message>
        <source>Data protection officer: e-mail or telephone</source>
        <translation>Databeskyttelsesrådgiver: e-mail eller telefon</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Discussed in HovedMED on</source>
        <translation>Drøftet i HovedMED den</translation>
    </message>
    <message>
        <source>Counts are handed in to HR only when HovedMED has talked about them.</source>
        <translation>Tal afleveres først til HR, når HovedMED har drøftet dem.</translation>
    </message>
    <message>
        <source>The offer of the conversation</source>
        <translation>Tilbuddet om samtalen</translation>
    </message>
    <message>
        <source>Offered from the age of</source>
        <translation>Tilbydes fra alderen</translation>
    </message>
    <message>
        <source>The same for everybody. It decides who is in the group when a list is read in.</source>
        <translation>Ens for alle. Alderen afgør, hvem der er i målgruppen, når en liste læses ind.</translation>
    </message>
    <message>
        <source>Months until it is offered again</source>
        <translation>Måneder, til det tilbydes igen</translation>
    </message>
    <message>
        <source>After a no thanks, or when nobody has answered. Who says so themselves is never asked again.</source>
        <translation>Efter et nej tak, eller når ingen har svaret. Den, der selv siger til, bliver aldrig spurgt igen.</translation>
    </message>
    <message>
        <source>That day has not come yet.</source>
        <translation>Den dag er ikke kommet endnu.</translation>
    </message>
    <message>
        <source>✓ Saved</source>
        <translation>✓ Gemt</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Share with other municipalities</source>
        <translation>Del med andre kommuner</translation>
    </message>
    <message>
        <source>Measures, letters, template and plan. Never names, contacts, keys or figures.</source>
        <translation>Tiltag, breve, skabelon og plan. Aldrig navne, kontakter, nøgler eller tal.</translation>
    </message>
    <message>
        <source>Measures as you have them</source>
        <translation>Tiltag, som I har dem</translation>
    </message>
    <message>
        <source>Letters in your own words</source>
        <translation>Breve i jeres egne ord</translation>
    </message>
    <message>
        <source>The template of the talk</source>
        <translation>Skabelonen for samtalen</translation>
    </message>
    <message>
        <source>The plan&apos;s steps, without dates and notes</source>
        <translation>Planens trin, uden datoer og noter</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Giv</translation>
    </message>
    <message>
        <source>Save a file to share …</source>
        <translation>Gem en fil at dele …</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>What you have written yourself stays, but for the measures, letters and template that come with the file.</source>
        <translation>Det, I selv har skrevet, bliver, undtagen de tiltag, breve og den skabelon, der følger med filen.</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Vælg en fil …</translation>
    </message>
    <message>
        <source>Put them into your draft</source>
        <translation>Læg dem i jeres udkast</translation>
    </message>
    <message>
        <source>Write the municipality&apos;s name in the pack first: others must see where it comes from.</source>
        <translation>Skriv først kommunens navn i pakken: andre skal kunne se, hvor det kommer fra.</translation>
    </message>
    <message>
        <source>Taken before:</source>
        <translation>Taget ind tidligere:</translation>
    </message>
    <message>
        <source>Save a file to share</source>
        <translation>Gem en fil at dele</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gemt: %1</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Vælg en fil</translation>
    </message>
    <message>
        <source>✓ The steps stand in your plan.</source>
        <translation>✓ Trinene står i jeres plan.</translation>
    </message>
    <message>
        <source>From %1, %2</source>
        <translation>Fra %1, %2</translation>
    </message>
    <message>
        <source>✓ It is in your draft. Look at it before you hand out the next version.</source>
        <translation>✓ Det ligger i jeres udkast. Se det igennem, før I udgiver den næste udgave.</translation>
    </message>
    <message>
        <source>Your own plan is begun, so it stays as it is.</source>
        <translation>Jeres egen plan er begyndt, så den bliver, som den er.</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>The new recovery sheet</source>
        <translation>Det nye nøgleark</translation>
    </message>
    <message>
        <source>The sheet opens the conversations if you forget the passphrase. Print it, or write it down, and keep it locked away. Tear the old one up. The groups are shown only now.</source>
        <translation>Arket åbner samtalerne, hvis du glemmer adgangssætningen. Print det, eller skriv det af, og lås det inde. Riv det gamle i stykker. Tallene vises kun nu.</translation>
    </message>
    <message>
        <source>Save the sheet as PDF …</source>
        <translation>Gem arket som PDF …</translation>
    </message>
    <message>
        <source>Type two of the groups, so that you know the sheet is right:</source>
        <translation>Skriv to af grupperne, så du ved, at arket er rigtigt:</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>That is not what stands on the sheet. Look once more.</source>
        <translation>Det er ikke det, der står på arket. Kig en gang til.</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Gem nøglearket</translation>
    </message>
    <message>
        <source>The sheet is saved. Print it, and delete the file when it is on paper.</source>
        <translation>Arket er gemt. Print det, og slet filen, når det er på papir.</translation>
    </message>
</context>
<context>
    <name>SideList</name>
    <message>
        <source>Pages of the talk</source>
        <translation>Samtalens sider</translation>
    </message>
    <message>
        <source>%1 of %2 themes discussed</source>
        <translation>%1 af %2 temaer drøftet</translation>
    </message>
    <message>
        <source>discussed</source>
        <translation>drøftet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>udfyldt</translation>
    </message>
    <message>
        <source>not discussed</source>
        <translation>ikke drøftet</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>ikke udfyldt</translation>
    </message>
</context>
<context>
    <name>SignPage</name>
    <message>
        <source>Signatures</source>
        <translation>Underskrifter</translation>
    </message>
    <message>
        <source>Both sign the same text, the leader first. One signature signs the conversation sheet and the agreement sheet.</source>
        <translation>I skriver begge under på den samme tekst, lederen først. Én underskrift gælder både samtalearket og aftalearket.</translation>
    </message>
    <message>
        <source>This is what you sign</source>
        <translation>Det skriver I under på</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Leder</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Medarbejder</translation>
    </message>
    <message>
        <source>The employee wants to wait?</source>
        <translation>Vil medarbejderen vente?</translation>
    </message>
    <message>
        <source>The sheets say that only the leader has signed. Give a copy now; the employee can sign the same sheets within 30 days.</source>
        <translation>Arkene viser, at kun lederen har skrevet under. Giv en kopi nu; medarbejderen kan skrive under på de samme ark inden for 30 dage.</translation>
    </message>
    <message>
        <source>Save a copy of what the leader has signed …</source>
        <translation>Gem en kopi af det, lederen har skrevet under …</translation>
    </message>
    <message>
        <source>Save the sheets to be signed in another service …</source>
        <translation>Gem arkene til underskrift i en anden tjeneste …</translation>
    </message>
    <message>
        <source>The talk was held, but is not signed</source>
        <translation>Samtalen er holdt, men ikke underskrevet</translation>
    </message>
    <message>
        <source>Change something – both sign the new text</source>
        <translation>Ret noget – så skriver begge under på den nye tekst</translation>
    </message>
    <message>
        <source>Amend afterwards – a new version, which both sign, takes the place of this one</source>
        <translation>Ret noget bagefter – en ny version, som begge skriver under på, erstatter denne</translation>
    </message>
    <message>
        <source>Where shall the sheets be saved?</source>
        <translation>Hvor skal arkene gemmes?</translation>
    </message>
    <message>
        <source>Saved:</source>
        <translation>Gemt:</translation>
    </message>
    <message>
        <source>The text is not finished yet. Finish it under “Read it in peace” first.</source>
        <translation>Teksten er ikke færdig endnu. Gør den færdig under »Læs det i ro« først.</translation>
    </message>
    <message>
        <source>Your turn.</source>
        <translation>Din tur.</translation>
    </message>
    <message>
        <source>✓ Signed</source>
        <translation>✓ Underskrevet</translation>
    </message>
    <message>
        <source>Signs after the leader.</source>
        <translation>Skriver under efter lederen.</translation>
    </message>
    <message>
        <source>The talk was held and is not signed.</source>
        <translation>Samtalen er holdt og er ikke underskrevet.</translation>
    </message>
</context>
<context>
    <name>SignerCard</name>
    <message>
        <source>I have read the conversation sheet and the agreement sheet</source>
        <translation>Jeg har læst samtalearket og aftalearket</translation>
    </message>
    <message>
        <source>Sign here</source>
        <translation>Skriv under her</translation>
    </message>
    <message>
        <source>Type your name instead of drawing</source>
        <translation>Skriv dit navn i stedet for at tegne</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Tegn igen</translation>
    </message>
    <message>
        <source>or type your name</source>
        <translation>eller skriv dit navn</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Skriv under</translation>
    </message>
    <message>
        <source>Write the name as it stands above, and tick that you have read the sheets.</source>
        <translation>Skriv navnet, som det står ovenfor, og sæt kryds ved, at du har læst arkene.</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Staff list</source>
        <translation>Medarbejderliste</translation>
    </message>
    <message>
        <source>The people you may offer the conversation. The list stands by name, is kept encrypted on this computer, and holds no age.</source>
        <translation>Dem, du kan tilbyde samtalen. Listen står efter navn, ligger krypteret på denne computer og indeholder ingen alder.</translation>
    </message>
    <message>
        <source>Offer the conversation</source>
        <translation>Tilbyd samtalen</translation>
    </message>
    <message>
        <source>Put in the group</source>
        <translation>Sæt i målgruppen</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Fjern fra listen</translation>
    </message>
    <message>
        <source>Read a list in</source>
        <translation>Læs en liste ind</translation>
    </message>
    <message>
        <source>A spreadsheet (.xlsx) or a CSV file with at least a name in each row. A year of birth decides only who is in the group, and is then forgotten. You see everything before it is kept.</source>
        <translation>Et regneark (.xlsx) eller en CSV-fil med mindst et navn i hver række. Et fødselsår afgør kun, hvem der er i målgruppen, og bliver så glemt. Du ser det hele, før noget gemmes.</translation>
    </message>
    <message>
        <source>Drop the file here, or</source>
        <translation>Slip filen her, eller</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Vælg en fil …</translation>
    </message>
    <message>
        <source>Add one person</source>
        <translation>Tilføj én person</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>Ikke udfyldt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Stilling</translation>
    </message>
    <message>
        <source>Job group</source>
        <translation>Jobgruppe</translation>
    </message>
    <message>
        <source>Weekly hours</source>
        <translation>Ugentligt timetal</translation>
    </message>
    <message>
        <source>In the group that is offered the conversation</source>
        <translation>I målgruppen, der får tilbudt samtalen</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Tilføj til listen</translation>
    </message>
    <message>
        <source>Nobody is on the list yet.</source>
        <translation>Der står ingen på listen endnu.</translation>
    </message>
    <message numerus="yes">
        <source>%n in the group have not been offered the conversation yet.</source>
        <translation>
            <numerusform>%n i målgruppen har ikke fået samtalen tilbudt endnu.</numerusform>
            <numerusform>%n i målgruppen har ikke fået samtalen tilbudt endnu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody in the group has been offered the conversation.</source>
        <translation>Alle i målgruppen har fået samtalen tilbudt.</translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation>Tag ud af målgruppen</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Åbn samtalen</translation>
    </message>
    <message>
        <source>Has asked for it</source>
        <translation>Har selv sagt til</translation>
    </message>
    <message>
        <source>Offer a new conversation</source>
        <translation>Tilbyd en ny samtale</translation>
    </message>
    <message>
        <source>Take this person off the list?</source>
        <translation>Fjern denne person fra listen?</translation>
    </message>
    <message>
        <source>What the list holds about them is erased from this computer.</source>
        <translation>Det, listen ved om personen, bliver slettet fra denne computer.</translation>
    </message>
    <message>
        <source>Write the hours as a number, for example 32.5</source>
        <translation>Skriv timetallet som et tal, fx 32,5</translation>
    </message>
    <message>
        <source>Somebody of that name is on the list. Press again to add another person of the same name.</source>
        <translation>Der står én med det navn på listen. Tryk igen for at tilføje en anden person med samme navn.</translation>
    </message>
    <message>
        <source>Choose the list</source>
        <translation>Vælg listen</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Læser …</translation>
    </message>
    <message numerus="yes">
        <source>✓ %n person(s) are on the list now</source>
        <translation>
            <numerusform>✓ %n person er læst ind</numerusform>
            <numerusform>✓ %n personer er læst ind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffTable</name>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Stilling</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>I målgruppen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Samtale</translation>
    </message>
    <message>
        <source>Staff list</source>
        <translation>Medarbejderliste</translation>
    </message>
    <message>
        <source>Not offered yet</source>
        <translation>Ikke tilbudt endnu</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>in the group</source>
        <translation>i målgruppen</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Ikke begyndt</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>I gang</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Færdig</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Droppet</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary and remarks</source>
        <translation>Sammenfatning og bemærkninger</translation>
    </message>
    <message>
        <source>Read it together. What stands at the bottom of this page is exactly what gets onto paper.</source>
        <translation>Læs det sammen. Det, der står nederst på siden, er præcis det, der kommer på papir.</translation>
    </message>
    <message>
        <source>Suggest a draft</source>
        <translation>Foreslå en kladde</translation>
    </message>
    <message>
        <source>There is nothing to draft from yet. Write it in your own words.</source>
        <translation>Der er ikke noget at skrive en kladde ud fra endnu. Skriv det med egne ord.</translation>
    </message>
    <message>
        <source>This is what gets onto paper</source>
        <translation>Det kommer på papir</translation>
    </message>
</context>
<context>
    <name>TakePackPage</name>
    <message>
        <source>A pack from HR</source>
        <translation>En pakke fra HR</translation>
    </message>
    <message>
        <source>It holds the municipality&apos;s own facts, measures and letters. Conversations under way go on as they began.</source>
        <translation>Den indeholder kommunens egne oplysninger, tiltag og breve. Samtaler, der er i gang, fortsætter, som de begyndte.</translation>
    </message>
    <message>
        <source>I have compared the fingerprint with the one HR has given me</source>
        <translation>Jeg har sammenlignet fingeraftrykket med det, HR har givet mig</translation>
    </message>
    <message>
        <source>Use the pack</source>
        <translation>Brug pakken</translation>
    </message>
    <message>
        <source>The pack is being looked at …</source>
        <translation>Pakken bliver set efter …</translation>
    </message>
    <message>
        <source>Version %1, made on %2</source>
        <translation>Udgave %1, lavet den %2</translation>
    </message>
    <message>
        <source>You have this version already. Nothing is to be done.</source>
        <translation>Du har allerede den udgave. Der er intet at gøre.</translation>
    </message>
    <message>
        <source>The key&apos;s fingerprint</source>
        <translation>Nøglens fingeraftryk</translation>
    </message>
    <message>
        <source>It is the key your last pack was signed with.</source>
        <translation>Det er den nøgle, din sidste pakke var underskrevet med.</translation>
    </message>
    <message>
        <source>Your IT department has approved the key.</source>
        <translation>Din it-afdeling har godkendt nøglen.</translation>
    </message>
    <message>
        <source>Compare it once with HR, by telephone or on paper, not in the mail that brought the pack.</source>
        <translation>Sammenlign det én gang med HR, i telefonen eller på papir, ikke i den mail, pakken kom med.</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Det ændrer sig</translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <translation>%1, før: %2</translation>
    </message>
    <message>
        <source>no longer set, before: %1</source>
        <translation>ikke længere sat, før: %1</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>ændres</translation>
    </message>
</context>
<context>
    <name>TalkPages</name>
    <message>
        <source>Last time</source>
        <translation>Sidste gang</translation>
    </message>
    <message>
        <source>Offer and basic facts</source>
        <translation>Tilbud og stamdata</translation>
    </message>
    <message>
        <source>Over the years</source>
        <translation>Gennem årene</translation>
    </message>
    <message>
        <source>My preparation</source>
        <translation>Min forberedelse</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Aftaler</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Opfølgning</translation>
    </message>
    <message>
        <source>Summary and remarks</source>
        <translation>Sammenfatning og bemærkninger</translation>
    </message>
    <message>
        <source>Read it in peace</source>
        <translation>Læs det i ro</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Underskrifter</translation>
    </message>
    <message>
        <source>The employee&apos;s own answer</source>
        <translation>Medarbejderens eget svar</translation>
    </message>
    <message>
        <source>A copy for both</source>
        <translation>Et eksemplar til begge</translation>
    </message>
</context>
<context>
    <name>TalkStep</name>
    <message>
        <source>The talk</source>
        <translation>Samtalen</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>Det kalder I den</translation>
    </message>
    <message>
        <source>Offered from the age of</source>
        <translation>Tilbydes fra</translation>
    </message>
    <message>
        <source>The same for everybody.</source>
        <translation>Ens for alle.</translation>
    </message>
    <message>
        <source>Months until it is offered again</source>
        <translation>Måneder, til den tilbydes igen</translation>
    </message>
    <message>
        <source>Days from the invitation to the talk, at least</source>
        <translation>Dage fra invitation til samtale, mindst</translation>
    </message>
    <message>
        <source>Working days to read the draft in peace</source>
        <translation>Arbejdsdage til at læse udkastet i ro</translation>
    </message>
    <message>
        <source>Signing on the spot stays the employee&apos;s choice.</source>
        <translation>At skrive under med det samme er fortsat medarbejderens valg.</translation>
    </message>
    <message>
        <source>Months until the follow-up</source>
        <translation>Måneder til opfølgningen</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Hvor længe det bliver liggende</translation>
    </message>
    <message>
        <source>Agreements stay until the next talk, 24 months at most.</source>
        <translation>Aftaler bliver til den næste samtale, højst 24 måneder.</translation>
    </message>
    <message>
        <source>Months after the talk, at most</source>
        <translation>Måneder efter samtalen, højst</translation>
    </message>
    <message>
        <source>Pension ages</source>
        <translation>Folkepensionsalder</translation>
    </message>
    <message>
        <source>A neutral, dated table that the employee may open. It shows nobody&apos;s own date, and nothing is stored.</source>
        <translation>En neutral tabel med dato, som medarbejderen kan åbne. Den viser ingens egen dato, og intet bliver gemt.</translation>
    </message>
    <message>
        <source>Employees may open the table</source>
        <translation>Medarbejdere kan åbne tabellen</translation>
    </message>
</context>
<context>
    <name>TalkWindow</name>
    <message>
        <source>You both see the same now.</source>
        <translation>I ser det samme nu.</translation>
    </message>
    <message>
        <source>Only you see this screen now.</source>
        <translation>Kun du ser skærmen nu.</translation>
    </message>
</context>
<context>
    <name>Talks</name>
    <message>
        <source>On hold</source>
        <translation>På hold</translation>
    </message>
    <message>
        <source>Follow-up is due</source>
        <translation>Opfølgning er forfalden</translation>
    </message>
    <message>
        <source>Yes, later</source>
        <translation>Ja, senere</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Tilbudt</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Forberedes</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begyndt</translation>
    </message>
    <message>
        <source>Being read in peace</source>
        <translation>Læses i ro</translation>
    </message>
    <message>
        <source>Signed by the leader</source>
        <translation>Underskrevet af lederen</translation>
    </message>
    <message>
        <source>Signed by both</source>
        <translation>Underskrevet af begge</translation>
    </message>
    <message>
        <source>Held, not signed</source>
        <translation>Holdt, ikke underskrevet</translation>
    </message>
    <message>
        <source>Signed and handed over</source>
        <translation>Underskrevet og overdraget</translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation>Fulgt op</translation>
    </message>
    <message>
        <source>Will say so themselves</source>
        <translation>Siger selv til</translation>
    </message>
    <message>
        <source>No thanks</source>
        <translation>Nej tak</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Intet svar</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Trukket tilbage</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Afsluttet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Follow-up or new offer</source>
        <translation>Opfølgning eller nyt tilbud</translation>
    </message>
</context>
<context>
    <name>TemplateStep</name>
    <message>
        <source>The template of the talk</source>
        <translation>Skabelonen for samtalen</translation>
    </message>
    <message>
        <source>Change the words, leave out what you do not need. A new version holds for new conversations; those under way keep theirs.</source>
        <translation>Ret ordene, og udelad det, I ikke har brug for. En ny udgave gælder for nye samtaler; dem, der er i gang, beholder deres.</translation>
    </message>
    <message>
        <source>Try it, as both see it</source>
        <translation>Prøv den, som I begge ser den</translation>
    </message>
    <message>
        <source>Use the program&apos;s template</source>
        <translation>Brug programmets skabelon</translation>
    </message>
    <message>
        <source>The talk on paper</source>
        <translation>Samtalen på papir</translation>
    </message>
    <message>
        <source>The whole talk on paper</source>
        <translation>Hele samtalen på papir</translation>
    </message>
    <message>
        <source>A page at a time</source>
        <translation>Én side ad gangen</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Side</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Invitation to talk</source>
        <translation>Indledning til samtalen</translation>
    </message>
    <message>
        <source>Minutes it tends to take</source>
        <translation>Minutter, det plejer at tage</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Stilles</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Spørgsmål</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjælp</translation>
    </message>
    <message>
        <source>The answers</source>
        <translation>Svarene</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Svar %1</translation>
    </message>
    <message>
        <source>%1, in Danish</source>
        <translation>%1, på dansk</translation>
    </message>
    <message>
        <source>%1, in English</source>
        <translation>%1, på engelsk</translation>
    </message>
    <message>
        <source>%1, checksum %2</source>
        <translation>%1, kontrolsum %2</translation>
    </message>
    <message>
        <source>Changed since the last version:</source>
        <translation>Ændret siden sidste udgave:</translation>
    </message>
    <message>
        <source>Nothing is changed since the last version.</source>
        <translation>Intet er ændret siden sidste udgave.</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>No cost</source>
        <translation>Ingen udgift</translation>
    </message>
    <message>
        <source>From the local budget</source>
        <translation>Fra det lokale budget</translation>
    </message>
    <message>
        <source>A real expense</source>
        <translation>Kræver penge</translation>
    </message>
    <message>
        <source>the leader decides</source>
        <translation>lederen afgør det</translation>
    </message>
    <message>
        <source>the centre or HR decides</source>
        <translation>center eller HR afgør det</translation>
    </message>
    <message>
        <source>needs a local agreement with the union</source>
        <translation>kræver en lokal aftale med organisationen</translation>
    </message>
    <message>
        <source>the employee&apos;s own right</source>
        <translation>medarbejderens egen ret</translation>
    </message>
    <message>
        <source>the leader decides, perhaps with the centre or HR</source>
        <translation>lederen afgør det, måske sammen med center eller HR</translation>
    </message>
    <message>
        <source>the leader decides, perhaps by a local agreement</source>
        <translation>lederen afgør det, måske efter en lokal aftale</translation>
    </message>
    <message>
        <source>the employee&apos;s own right; the leader gives the time</source>
        <translation>medarbejderens egen ret; lederen giver tiden</translation>
    </message>
    <message>
        <source>the centre or HR decides, by a local agreement</source>
        <translation>center eller HR afgør det efter en lokal aftale</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>Texts for the municipality</source>
        <translation>Tekster til kommunen</translation>
    </message>
    <message>
        <source>Filled from your pack: communication, handbook, meetings, and what the law asks for. Put them into your own words afterwards.</source>
        <translation>Udfyldt fra jeres pakke: kommunikation, håndbog, møder og det, loven kræver. Skriv dem om til jeres egne ord bagefter.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Tekstens sprog</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiér</translation>
    </message>
    <message>
        <source>Copy for a web page</source>
        <translation>Kopiér til en webside</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Gem som PDF …</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Teksten</translation>
    </message>
    <message>
        <source>contact in HR</source>
        <translation>kontakt i HR</translation>
    </message>
    <message>
        <source>data protection officer</source>
        <translation>databeskyttelsesrådgiver</translation>
    </message>
    <message>
        <source>the date of HovedMED</source>
        <translation>datoen i HovedMED</translation>
    </message>
    <message>
        <source>Left out because the pack does not say it yet: %1.</source>
        <translation>Udeladt, fordi pakken ikke siger det endnu: %1.</translation>
    </message>
    <message>
        <source>✓ Copied</source>
        <translation>✓ Kopieret</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Gem som PDF</translation>
    </message>
    <message>
        <source>The paper is being made …</source>
        <translation>Papiret bliver lavet …</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gemt: %1</translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>Your own</source>
        <translation>Dit eget</translation>
    </message>
    <message>
        <source>Theme %1 of %2</source>
        <translation>Tema %1 af %2</translation>
    </message>
    <message>
        <source>Questions you can use</source>
        <translation>Spørgsmål, du kan bruge</translation>
    </message>
    <message>
        <source>State pension ages: a table</source>
        <translation>Tabel over folkepensionsalder</translation>
    </message>
    <message>
        <source>State pension ages</source>
        <translation>Folkepensionsalder</translation>
    </message>
    <message>
        <source>Only the leader sees this. It does not exist in the shared view.</source>
        <translation>Kun lederen ser dette. Det findes ikke i den delte visning.</translation>
    </message>
    <message>
        <source>My own note</source>
        <translation>Min egen note</translation>
    </message>
</context>
<context>
    <name>ToolsPage</name>
    <message>
        <source>Tools around the talk</source>
        <translation>Værktøjer om samtalen</translation>
    </message>
    <message>
        <source>What the municipality sets up once, and every leader then has. Nothing here is about any employee.</source>
        <translation>Det, kommunen sætter op én gang, og som hver leder så har. Intet her handler om nogen medarbejder.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>The pack for leaders</source>
        <translation>Pakken til lederne</translation>
    </message>
    <message>
        <source>Names, intervals, measures, counts, letters and template, signed and handed out as one file.</source>
        <translation>Navne, frister, tiltag, tal, breve og skabelon, underskrevet og udgivet som én fil.</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Tekster</translation>
    </message>
    <message>
        <source>Communication, handbook, meetings and what the law asks for, filled from your pack. And the catalogue of measures.</source>
        <translation>Kommunikation, håndbog, møder og det, loven kræver, udfyldt fra jeres pakke. Og kataloget over tiltag.</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>From the first discussion in HovedMED to the yearly follow-up, with roles and dates, and a checklist from day one.</source>
        <translation>Fra første drøftelse i HovedMED til den årlige opfølgning, med roller og datoer og en tjekliste fra dag ét.</translation>
    </message>
    <message>
        <source>Pilot rounds</source>
        <translation>Prøvehandlinger</translation>
    </message>
    <message>
        <source>Try the talk in a corner of the municipality first: purpose, period, who, evaluation and story, and a report of its own.</source>
        <translation>Prøv samtalen i et hjørne af kommunen først: formål, periode, hvem, evaluering og fortælling, og en rapport for sig.</translation>
    </message>
    <message>
        <source>Answers from a meeting</source>
        <translation>Svar fra et møde</translation>
    </message>
    <message>
        <source>Network meetings and summits: the sheet to hand out, and figures from 20 answers up.</source>
        <translation>Netværksmøder og topmøder: arket, I deler ud, og tal fra 20 svar og op.</translation>
    </message>
    <message>
        <source>Known seals</source>
        <translation>Kendte segl</translation>
    </message>
    <message>
        <source>A signed list of the seals you know, for leaders to take in where a document is checked.</source>
        <translation>En underskrevet liste over de segl, I kender, som ledere kan tage ind, hvor man kontrollerer et dokument.</translation>
    </message>
    <message>
        <source>Share with other municipalities</source>
        <translation>Del med andre kommuner</translation>
    </message>
    <message>
        <source>Give and take measures, letters, template and plan, with their origin.</source>
        <translation>Giv og tag tiltag, breve, skabelon og plan, med oprindelse.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Short path</source>
        <translation>Den korte vej</translation>
    </message>
    <message>
        <source>Full path</source>
        <translation>Den fulde vej</translation>
    </message>
    <message>
        <source>The whole conversation</source>
        <translation>Hele samtalen</translation>
    </message>
    <message>
        <source>Nothing you have written is lost when you switch.</source>
        <translation>Intet af det, I har skrevet, går tabt, når I skifter.</translation>
    </message>
    <message>
        <source>Show to the employee (F6)</source>
        <translation>Vis for medarbejder (F6)</translation>
    </message>
    <message>
        <source>Close for now</source>
        <translation>Luk for nu</translation>
    </message>
    <message>
        <source>✓ Saved at %1</source>
        <translation>✓ Gemt kl. %1</translation>
    </message>
</context>
<context>
    <name>TypingBar</name>
    <message>
        <source>Go to no.</source>
        <translation>Gå til nr.</translation>
    </message>
    <message>
        <source>Go to the paper&apos;s number</source>
        <translation>Gå til papirets nummer</translation>
    </message>
    <message>
        <source>Done typing in</source>
        <translation>Færdig med papiret</translation>
    </message>
    <message>
        <source>There is no %1 on this path. Look at the number once more, or switch the path.</source>
        <translation>Der er ikke noget %1 på denne vej. Se på nummeret igen, eller skift vej.</translation>
    </message>
    <message>
        <source>The numbers are those of the paper; Ctrl+G goes to one. The employee&apos;s own answer at the end is not typed in: they give it themselves.</source>
        <translation>Numrene er papirets; Ctrl+G går til et nummer. Medarbejderens eget svar til sidst skrives ikke ind: det giver medarbejderen selv.</translation>
    </message>
</context>
<context>
    <name>Under</name>
    <message>
        <source>Earlier words</source>
        <translation>Hent tidligere ord</translation>
    </message>
    <message>
        <source>This looks like a CPR number. Its last four digits are not stored.</source>
        <translation>Det ligner et CPR-nummer. De sidste fire cifre bliver ikke gemt.</translation>
    </message>
    <message>
        <source>It is not a CPR number</source>
        <translation>Det er ikke et CPR-nummer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Write only what it means for the work.</source>
        <translation>Skriv kun, hvad det betyder for arbejdet.</translation>
    </message>
    <message>
        <source>Thank you for telling. We only write what it means for the work.</source>
        <translation>Tak, fordi du fortæller det. Vi skriver kun, hvad det betyder for arbejdet.</translation>
    </message>
    <message>
        <source>Let it stand</source>
        <translation>Lad det stå</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Fjern »%1«</translation>
    </message>
</context>
<context>
    <name>Underlines</name>
    <message>
        <source>Looking for suggestions …</source>
        <translation>Finder forslag …</translation>
    </message>
    <message>
        <source>Ignore “%1”</source>
        <translation>Ignorér »%1«</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Ingen forslag</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Welcome back</source>
        <translation>Velkommen tilbage</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Adgangssætning</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Use the recovery sheet</source>
        <translation>Brug nøglearket</translation>
    </message>
    <message>
        <source>Check a document</source>
        <translation>Kontrollér et dokument</translation>
    </message>
    <message>
        <source>For HR: read files</source>
        <translation>For HR: læs filer ind</translation>
    </message>
    <message>
        <source>Restore from a copy</source>
        <translation>Hent fra en kopi</translation>
    </message>
    <message>
        <source>HR&apos;s vault</source>
        <translation>HR&apos;s boks</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Go on without the vault</source>
        <translation>Fortsæt uden boksen</translation>
    </message>
    <message>
        <source>Asking this computer&apos;s key store …</source>
        <translation>Spørger computerens nøglelager …</translation>
    </message>
    <message>
        <source>Write your passphrase to open.</source>
        <translation>Skriv din adgangssætning for at åbne.</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Åbner …</translation>
    </message>
    <message>
        <source>The eight groups of the recovery sheet</source>
        <translation>De otte grupper på nøglearket</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Brug adgangssætningen</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Check a document</source>
        <translation>Kontrollér et dokument</translation>
    </message>
    <message>
        <source>See whether a signed sheet is unchanged and whose seal it bears. The file is only read and stays where it is.</source>
        <translation>Se, om et underskrevet ark er uændret, og hvis segl det bærer. Filen bliver kun læst og bliver, hvor den er.</translation>
    </message>
    <message>
        <source>Drop the PDF file here.</source>
        <translation>Slip PDF-filen her.</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Vælg en fil …</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Filens adgangskode</translation>
    </message>
    <message>
        <source>Check with the password</source>
        <translation>Kontrollér med adgangskoden</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Kontrollerer …</translation>
    </message>
    <message>
        <source>✓ Fine</source>
        <translation>✓ I orden</translation>
    </message>
    <message>
        <source>! Look at this</source>
        <translation>! Se på det her</translation>
    </message>
    <message>
        <source>✗ Wrong</source>
        <translation>✗ Forkert</translation>
    </message>
    <message>
        <source>· For information</source>
        <translation>· Til orientering</translation>
    </message>
</context>
<context>
    <name>YearsCard</name>
    <message>
        <source>Over the years</source>
        <translation>Gennem årene</translation>
    </message>
    <message>
        <source>An agreement without words</source>
        <translation>En aftale uden tekst</translation>
    </message>
</context>
<context>
    <name>YearsPage</name>
    <message>
        <source>Over the years</source>
        <translation>Gennem årene</translation>
    </message>
    <message>
        <source>What you have said and agreed in each conversation, side by side.</source>
        <translation>Det, I har sagt og aftalt i hver samtale, side om side.</translation>
    </message>
</context>
</TS>
