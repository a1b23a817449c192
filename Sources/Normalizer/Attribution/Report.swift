internal import EventModel

/// A place where the text says who says something.
struct Report: Sendable {
  /// One transmitter, before its entity has an id.
  struct Source: Sendable, Hashable {
    var name: String
    var entity: Int?
    var named: Bool
    var verb: String
    /// Whether the text says that it asked not to be named.
    var isOnRequest = false

    /// Whether both are one transmitter, whatever the verb.
    func isSame(as other: Self) -> Bool {
      entity == other.entity && (entity != nil || name.utf8.elementsEqual(other.name.utf8))
    }
  }

  /// The reporting verb, noun or particle.
  var token: Int
  /// From the nearest transmitter to the origin.
  var chain: [Source]
  var stance: Claim.Stance
  var scope: Claim.Scope
  var speech: Claim.Speech
  /// The tokens whose content is reported.
  var content: Range<Int>
  /// Source, verb and content, in bytes.
  var evidence: Range<Int>
  /// Which row found it.
  var rule: String
  /// Whether a particle names from whom the sentence's speaker has it.
  var isOrigin = false
  /// Whether a particle's stretch of the sentence is meant, which holds other reports without being what they are part of.
  var isSegment = false
  /// Whether a clause or quotation is reported, and not the noun phrase that is the word's object.
  var isClause = true
  /// Whether the word only confirms what others tell of too: «أكد أن».
  var isEmphatic = false
  /// Whether the article's outlet says it by the word of the article's first report alone.
  var isRelayed = false
  /// Whether it is about what was told before, if it holds no event of its own.
  var refersBack = false
  /// The tokens between the source and the content, which may tell when it was said: «صرح المسؤول بعد لقاء الوزيرين أن».
  var frame: Range<Int> = 0..<0
}
