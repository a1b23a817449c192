internal import EventModel

/// A place where the text says who says something.
struct Report: Sendable {
  /// One transmitter, before its entity has an id.
  struct Source: Sendable, Hashable {
    var name: String
    var entity: Int?
    var named: Bool
    var verb: String
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
}
