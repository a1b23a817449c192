import BundledTables
import EventModel
import Lexicon

@testable import Readers

/// Own sentences of forty Arabic letters and more.
let arabicSentences = [
  "أعلنت وزارة الخارجية أن الوزير سيزور العاصمة التركية يوم الخميس المقبل لبحث ملف الحدود.",
  "قال المتحدث باسم الحكومة: «لم نتلقَّ أي اتصال من الجانب الآخر منذ أسبوعين»، ونفى ما نشرته الصحف.",
  "ذكرت مصادر مطلعة أن الرئيسين تحادثا هاتفياً ثلاث مرات خلال الشهر الماضي.",
  "وصل الوفد إلى القاهرة فجراً؛ ثم غادرها بعد ساعات… فهل انتهت الوساطة؟",
  "شارك 25 ألف متظاهر في مسيرة احتجاجاً على رفع أسعار الوقود في ظل غلاء المعيشة.",
  "اعتقلت الشرطة صحفياً ومحامياً قرب مبنى البرلمان بعد ظهر الأربعاء.",
]

extension CodePage {
  /// The bytes of a text all of whose characters are in the code page, but for marks that the older one lacks.
  func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.compactMap { scalar in
      if scalar.isASCII { return UInt8(scalar.value) }
      return upper.firstIndex { UInt32($0) == scalar.value }.map { UInt8($0 + 0x80) }
    }
  }
}

/// The bytes of a text, without a byte order mark.
func bytes(_ text: String, in encoding: TextEncoding) -> [UInt8] {
  switch encoding {
  case .utf8: Array(text.utf8)
  case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  case .windows1256: CodePage.windows1256.bytes(text)
  case .iso8859Part6: CodePage.iso8859Part6.bytes(text)
  }
}

/// A decoder with the bundled letters.
func textDecoder(option: TextEncoding? = nil) throws -> TextDecoder {
  try TextDecoder(lexicon: bundledLexicon.get(), option: option)
}

private let bundledLexicon: Result<Lexicon, any Error> = Result { try Lexicon.bundled() }
