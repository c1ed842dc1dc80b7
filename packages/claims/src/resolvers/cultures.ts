/** The locale identifiers of Windows, for `{Culture:LCID}`: [MS-LCID]. */

/** Language tag and LCID; a language without a region has the identifier of its usual region. */
const table = `
af-ZA 1078 ar-AE 14337 ar-BH 15361 ar-DZ 5121 ar-EG 3073 ar-IQ 2049 ar-JO 11265 ar-KW 13313 ar-LB 12289 ar-LY 4097
ar-MA 6145 ar-OM 8193 ar-QA 16385 ar-SA 1025 ar-SY 10241 ar-TN 7169 ar-YE 9217 bg-BG 1026 bn-BD 2117 bn-IN 1093
ca-ES 1027 cs-CZ 1029 cy-GB 1106 da-DK 1030 de-AT 3079 de-CH 2055 de-DE 1031 de-LI 5127 de-LU 4103 el-GR 1032
en-AU 3081 en-CA 4105 en-GB 2057 en-IE 6153 en-IN 16393 en-NZ 5129 en-PH 13321 en-SG 18441 en-US 1033 en-ZA 7177
es-AR 11274 es-BO 16394 es-CL 13322 es-CO 9226 es-CR 5130 es-DO 7178 es-EC 12298 es-ES 3082 es-GT 4106 es-HN 18442
es-MX 2058 es-NI 19466 es-PA 6154 es-PE 10250 es-PR 20490 es-PY 15370 es-SV 17418 es-US 21514 es-UY 14346 es-VE 8202
et-EE 1061 eu-ES 1069 fa-IR 1065 fi-FI 1035 fil-PH 1124 fr-BE 2060 fr-CA 3084 fr-CH 4108 fr-FR 1036 fr-LU 5132
fr-MC 6156 ga-IE 2108 gl-ES 1110 gu-IN 1095 he-IL 1037 hi-IN 1081 hr-BA 4122 hr-HR 1050 hu-HU 1038 hy-AM 1067
id-ID 1057 is-IS 1039 it-CH 2064 it-IT 1040 ja-JP 1041 ka-GE 1079 kk-KZ 1087 kn-IN 1099 ko-KR 1042 lt-LT 1063
lv-LV 1062 mk-MK 1071 ml-IN 1100 mr-IN 1102 ms-BN 2110 ms-MY 1086 mt-MT 1082 nb-NO 1044 ne-NP 1121 nl-BE 2067
nl-NL 1043 nn-NO 2068 pa-IN 1094 pl-PL 1045 pt-BR 1046 pt-PT 2070 ro-MD 2072 ro-RO 1048 ru-MD 2073 ru-RU 1049
sk-SK 1051 sl-SI 1060 sq-AL 1052 sv-FI 2077 sv-SE 1053 sw-KE 1089 ta-IN 1097 ta-LK 2121 te-IN 1098 th-TH 1054
tr-TR 1055 uk-UA 1058 ur-PK 1056 uz-UZ 1091 vi-VN 1066 zh-CN 2052 zh-HK 3076 zh-MO 5124 zh-SG 4100 zh-TW 1028
`

const entries = table.trim().split(/\s+/)

const identifiers: ReadonlyMap<string, string> = new Map(
  entries.flatMap((tag, index) => (index % 2 === 0 ? [[tag, entries[index + 1] ?? ''] as const] : []))
)

/** What Windows gives for a culture without an identifier of its own: LOCALE_CUSTOM_UNSPECIFIED. */
const unspecified = '4096'

/** The parts of a language tag. */
export interface Culture {
  /** As given, such as `en-US`. */
  readonly tag: string
  /** Such as `en`. */
  readonly language: string
  /** Such as `US`; the usual region of a language that has none. */
  readonly region: string | undefined
  readonly lcid: string
}

/** Takes a language tag apart; `undefined` when it is not one. */
export const readCulture = (tag: string): Culture | undefined => {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return undefined
  const { language, region } = new Intl.Locale(tag).maximize()
  return { tag, language, region, lcid: identifiers.get(`${language}-${region}`) ?? unspecified }
}
