/// Undoes gzip compression (RFC 1952) of bytes that come in pieces: one member after another, as many as there are.
package struct GzipDecoder: ~Copyable {
  /// What a call came to.
  package enum Step: Hashable, Sendable {
    /// So many bytes of the output were filled, at least one.
    case filled(Int)
    /// A member is at its end, and its sums are right.
    case memberEnd
    /// No output came of what was used; another call may give some, with more input where all was used.
    case goesOn
    /// The member is damaged, or what stands behind a member is none; ``reset()`` makes ready for another.
    case corrupt
  }

  private var inflater = Inflater(.gzip)
  /// Whether a member has begun and has not ended.
  package private(set) var isInsideMember = false
  private var hasSeenMember = false
  private var isCorrupt = false
  private var isFinished = false

  /// Makes a decoder that expects a member.
  package init() {}

  /// Whether the input may end here.
  package var mayEnd: Bool { !isInsideMember && hasSeenMember && !isCorrupt }

  /// Expects another member, wherever the last one ended.
  package mutating func reset() {
    inflater.reset()
    (isInsideMember, isCorrupt, isFinished) = (false, false, false)
  }

  /// Decodes what it can.
  ///
  /// Zero bytes behind a member, with which tapes are filled up, are passed over.
  ///
  /// - Returns: How many bytes of the input were used, and what that came to.
  package mutating func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (used: Int, step: Step) {
    if isCorrupt { return (0, .corrupt) }
    if isFinished {
      reset()
      return (0, .memberEnd)
    }
    if input.isEmpty { return (0, .goesOn) }
    if !isInsideMember {
      let padding = hasSeenMember ? input.prefix { $0 == 0 }.count : 0
      if padding > 0 { return (padding, .goesOn) }
      isInsideMember = true
    }
    let (used, filled, outcome) = inflater.inflate(input, into: output)
    switch outcome {
    case .unfinished: break
    case .corrupt: isCorrupt = true
    case .finished:
      (hasSeenMember, isInsideMember, isFinished) = (true, false, true)
    }
    if filled > 0 { return (used, .filled(filled)) }
    if isCorrupt { return (used, .corrupt) }
    if isFinished {
      reset()
      return (used, .memberEnd)
    }
    return (used, .goesOn)
  }
}
