import Testing

@testable import Gzip

@Suite struct GzipDecoderTests {
  /// `printf 'سطر سطر سطر سطر\n' | gzip -n`
  private static let member: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xBB, 0xB1, 0xF9, 0xC6, 0xF6, 0x1B, 0x1B, 0x15, 0x6E,
    0x60, 0xA1, 0xB8, 0x00, 0x98, 0x1D, 0xDE, 0xC3, 0x1C, 0x00, 0x00, 0x00,
  ]
  private static let text = Array("سطر سطر سطر سطر\n".utf8)

  /// What a decoder makes of bytes that come in pieces, and the outputs of its members; nil for a member that is damaged.
  private func decode(_ bytes: [UInt8], piece: Int, room: Int) -> (members: [[UInt8]?], mayEnd: Bool) {
    var decoder = GzipDecoder()
    var members: [[UInt8]?] = []
    var (content, output) = ([UInt8](), [UInt8](repeating: 0, count: room))
    var start = 0
    while true {
      let end = min(start + piece, bytes.count)
      let (used, step) = bytes.withUnsafeBytes { source in
        output.withUnsafeMutableBytes {
          decoder.decode(UnsafeRawBufferPointer(rebasing: source[start..<end]), into: $0)
        }
      }
      start += used
      switch step {
      case .filled(let count): content += output[..<count]
      case .memberEnd:
        members.append(content)
        content = []
      case .corrupt: return (members + [nil], decoder.mayEnd)
      case .goesOn:
        if start == bytes.count { return (members, decoder.mayEnd) }
      }
    }
  }

  @Test(arguments: [1, 2, 7, 1000], [1, 3, 1000])
  func `Members are decoded one after another, however they come`(piece: Int, room: Int) {
    let padding = [UInt8](repeating: 0, count: 5)
    let (members, mayEnd) = decode(Self.member + padding + Self.member + padding, piece: piece, room: room)
    #expect(members == [Self.text, Self.text])
    #expect(mayEnd)
  }

  @Test func `No beginning of a member may end`() {
    for count in 0..<Self.member.count {
      let (members, mayEnd) = decode(Array(Self.member[..<count]), piece: 100, room: 100)
      #expect(members.isEmpty && !mayEnd, "\(count)")
    }
  }

  @Test func `A flipped bit of the data or of a sum is noticed`() {
    for index in [0, 1, 2] + Array(10..<Self.member.count) {
      for bit in 0..<8 {
        var bytes = Self.member
        bytes[index] ^= 1 << UInt8(bit)
        let (members, mayEnd) = decode(bytes, piece: 100, room: 100)
        #expect(members == [nil] || members.isEmpty, "byte \(index), bit \(bit)")
        #expect(!mayEnd, "byte \(index), bit \(bit)")
      }
    }
  }

  @Test func `What is no member behind a member is noticed`() {
    #expect(decode(Self.member + [0x41, 0x42], piece: 100, room: 100).members == [Self.text, nil])
  }

  @Test func `A decoder goes on behind a damaged member`() {
    var decoder = GzipDecoder()
    var output = [UInt8](repeating: 0, count: 100)
    for (bytes, expected) in [(Array("no".utf8), GzipDecoder.Step.corrupt), (Self.member, .filled(Self.text.count))] {
      decoder.reset()
      let step = bytes.withUnsafeBytes { source in
        output.withUnsafeMutableBytes { decoder.decode(source, into: $0).step }
      }
      #expect(step == expected)
    }
  }
}
