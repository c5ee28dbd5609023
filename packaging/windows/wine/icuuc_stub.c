/* SPDX-License-Identifier: EUPL-1.2
 * Nothing -> an icuuc.dll for Wine's system32, so that Qt6Core loads there. Test only.
 *
 * Windows has its own icuuc.dll from Windows 10 1703 on; Wine 10 has none. Qt asks it for text encodings we do not use:
 * opening one fails with U_UNSUPPORTED_ERROR, and everything else is never reached. It must never get into a bundle:
 * `build.py check` refuses a folder that holds an icuuc.dll.
 */
#define OUT __declspec(dllexport)
#define U_UNSUPPORTED_ERROR 16

OUT void *ucnv_open(const char *name, int *error) { (void)name; *error = U_UNSUPPORTED_ERROR; return 0; }
OUT int ucnv_countAvailable(void) { return 0; }
OUT const char *ucnv_getAvailableName(int place) { (void)place; return 0; }

#define NEVER(name) OUT void *name(void) { return 0; }
NEVER(ucnv_close)
NEVER(ucnv_reset)
NEVER(ucnv_getMaxCharSize)
NEVER(ucnv_getName)
NEVER(ucnv_getStandardName)
NEVER(ucnv_getToUCallBack)
NEVER(ucnv_getFromUCallBack)
NEVER(ucnv_setToUCallBack)
NEVER(ucnv_setFromUCallBack)
NEVER(ucnv_cbToUWriteUChars)
NEVER(ucnv_cbFromUWriteUChars)
NEVER(ucnv_toUnicode)
NEVER(ucnv_fromUnicode)
NEVER(ucnv_toUCountPending)
NEVER(ucnv_fromUCountPending)
NEVER(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NEVER(UCNV_TO_U_CALLBACK_SUBSTITUTE)
