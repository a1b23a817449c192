/// A closed list of codes that others keep.
package struct CodeList: Sendable {
  /// The name of the list.
  package var name: String
  /// What it is, as a sentence.
  package var meaning: String
  /// The codes, sorted.
  package var codes: [String]

  /// The codes of a text of words.
  init(_ name: String, _ meaning: String, _ codes: String) {
    self.name = name
    self.meaning = meaning
    self.codes = codes.split(separator: " ").map(String.init)
  }

  /// A regular expression for exactly these codes that reads each character once: `A(BW|F)` rather than `ABW|AF`.
  package var pattern: String { Self.pattern(codes.map { Array($0.unicodeScalars) }) }

  private static func pattern(_ codes: [[Unicode.Scalar]]) -> String {
    var firsts: [Unicode.Scalar] = []
    for code in codes { if let first = code.first, firsts.last != first { firsts.append(first) } }
    let branches = firsts.map { first in
      let rests = codes.filter { $0.first == first }.map { Array($0.dropFirst()) }
      let more = rests.filter { !$0.isEmpty }
      guard !more.isEmpty else { return String(first) }
      return String(first) + pattern(more) + (more.count < rests.count ? "?" : "")
    }
    return group(branches)
  }

  /// Branches in parentheses; single characters as a set.
  private static func group(_ branches: [String]) -> String {
    if branches.allSatisfy({ $0.unicodeScalars.count == 1 }) {
      return branches.count == 1 ? branches[0] : "[" + branches.joined() + "]"
    }
    return "(" + branches.joined(separator: "|") + ")"
  }
}

extension CodeList {
  /// The lists in use.
  static let all = [cameo, country]

  static let cameo = CodeList(
    "cameo", "An event code of CAMEO, three or four digits; 01x are claims here and never occur.",
    """
    020 021 0211 0212 0213 0214 022 023 0231 0232 0233 0234 024 0241 0242 0243 0244 025 0251 0252 0253 0254 0255 \
    0256 026 027 028 030 031 0311 0312 0313 0314 032 033 0331 0332 0333 0334 034 0341 0342 0343 0344 035 0351 0352 \
    0353 0354 0355 0356 036 037 038 039 040 041 042 043 044 045 046 050 051 052 053 054 055 056 057 060 061 062 063 \
    064 070 071 072 073 074 075 080 081 0811 0812 0813 0814 082 083 0831 0832 0833 0834 084 0841 0842 085 086 0861 \
    0862 0863 087 0871 0872 0873 0874 090 091 092 093 094 100 101 1011 1012 1013 1014 102 103 1031 1032 1033 1034 \
    104 1041 1042 1043 1044 105 1051 1052 1053 1054 1055 1056 106 107 108 110 111 112 1121 1122 1123 1124 1125 113 \
    114 115 116 120 121 1211 1212 1213 1214 122 1221 1222 1223 1224 123 1231 1232 1233 1234 124 1241 1242 1243 1244 \
    1245 1246 125 126 127 128 129 130 131 1311 1312 1313 132 1321 1322 1323 1324 133 134 135 136 137 138 1381 1382 \
    1383 1384 1385 139 140 141 1411 1412 1413 1414 142 1421 1422 1423 1424 143 1431 1432 1433 1434 144 1441 1442 \
    1443 1444 145 1451 1452 1453 1454 150 151 152 153 154 155 160 161 162 1621 1622 1623 163 164 165 166 1661 1662 \
    1663 170 171 1711 1712 172 1721 1722 1723 1724 173 174 175 176 180 181 182 1821 1822 1823 183 1831 1832 1833 \
    1834 184 185 186 190 191 192 193 194 195 1951 1952 196 200 201 202 203 204 2041 2042
    """)

  static let country = CodeList(
    "country", "A country or territory in ISO 3166-1 alpha-3, or XKX, which stands for Kosovo.",
    """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM \
    BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR \
    CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB \
    GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA \
    JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA \
    MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR \
    NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS \
    SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON \
    TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM XKX YEM ZAF ZMB ZWE
    """)
}
