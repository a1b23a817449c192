internal import CZlib

/// Undoes DEFLATE compression, piece by piece, and checks the sums that its wrapping keeps.
package struct Inflater: ~Copyable {
  /// What stands around the compressed bytes.
  package enum Wrapping: Sendable {
    /// The header and trailer of gzip (RFC 1952); one member of a file.
    case gzip
    /// The header and trailer of zlib (RFC 1950).
    case zlib
    /// Nothing (RFC 1951).
    case none

    fileprivate var windowBits: CInt {
      switch self {
      case .gzip: MAX_WBITS + 16
      case .zlib: MAX_WBITS
      case .none: -MAX_WBITS
      }
    }
  }

  /// What a call came to.
  package enum Outcome: Hashable, Sendable {
    /// More can come: of output, where all the room was taken, else when there is more input.
    case unfinished
    /// The compressed data is at its end, and its sums are right.
    case finished
    /// The bytes are none that a compressor writes, or a sum is wrong; nothing more can come.
    case corrupt
  }

  // The library keeps the stream's address, so the stream must never move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  /// Makes an inflater of one stretch of compressed data.
  package init(_ wrapping: Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // It fails for want of memory only.
    isReady = isnad_inflate_init(stream, wrapping.windowBits) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Forgets everything, for another stretch of the same wrapping.
  package mutating func reset() {
    if isReady { inflateReset(stream) }
  }

  /// Inflates what it can.
  ///
  /// - Returns: How many bytes of the input were used, how many of the output were filled, and what that came to. Bytes
  ///   that were filled before a fault are counted.
  package mutating func inflate(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (used: Int, filled: Int, outcome: Outcome) {
    guard isReady else { return (0, 0, .corrupt) }
    let given = min(input.count, Int(UInt32.max))
    let room = min(output.count, Int(UInt32.max))
    stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(given)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room)
    let code = CZlib.inflate(stream, Z_NO_FLUSH)
    let used = given - Int(stream.pointee.avail_in)
    let filled = room - Int(stream.pointee.avail_out)
    stream.pointee.next_in = nil
    stream.pointee.next_out = nil
    switch code {
    case Z_STREAM_END: return (used, filled, .finished)
    // Z_BUF_ERROR: there was no input or no room.
    case Z_OK, Z_BUF_ERROR: return (used, filled, .unfinished)
    default: return (used, filled, .corrupt)
    }
  }
}
