internal import EventModel

/// The form of a data file's bytes, which readers forgive and a contract does not: byte order mark, line ends, quotation
/// marks. Schemas cannot tell of it.
struct FileForm {
  /// The formats whose form is known.
  enum Syntax {
    /// Rows that end as the dialect says, cells that are quoted unless they are numbers, days or truth values.
    case csv(byteOrderMark: Bool, carriageReturn: Bool)
    /// Lines of LF without a byte order mark.
    case lines
  }

  private let syntax: Syntax
  private let name: String
  private(set) var faults: [Diagnostic] = []
  private var line = 1
  private var previous: UInt8 = 0x0A
  private var isQuoted = false
  /// Whether the cell that is being read has a quotation mark.
  private var isTextCell = false
  private var reported: Set<String> = []

  /// Checks a file; each kind of fault is told once, where it is first met.
  ///
  /// - Returns: The faults, with lines from 1.
  static func faults(path: String, name: String, syntax: Syntax) -> [Diagnostic] {
    var form = FileForm(syntax: syntax, name: name)
    do throws(Diagnostic) {
      let file = try ByteFile(path: path, name: name)
      var isFirst = true
      while true {
        let piece = try file.piece(1 << 18)
        if piece.isEmpty { break }
        form.take(piece, isFirst: isFirst)
        isFirst = false
      }
    } catch {
      return [error]
    }
    form.end()
    return form.faults
  }

  private init(syntax: Syntax, name: String) {
    self.syntax = syntax
    self.name = name
  }

  private mutating func add(_ id: String, _ reason: String, line: Int) {
    guard reported.insert(id).inserted else { return }
    faults.append(Diagnostic(id, reason, file: name, line: line))
  }

  private mutating func take(_ piece: [UInt8], isFirst: Bool) {
    var bytes = piece[...]
    if isFirst {
      let hasMark = piece.starts(with: [0xEF, 0xBB, 0xBF])
      if hasMark { bytes = bytes.dropFirst(3) }
      if case .csv(true, _) = syntax {
        if !hasMark { add("form-bom", "the file does not begin with a byte order mark, as its dialect says", line: 1) }
      } else if hasMark {
        add("form-bom", "the file begins with a byte order mark", line: 1)
      }
    }
    switch syntax {
    case .csv(_, let carriageReturn): takeRows(bytes, carriageReturn)
    case .lines: takeLines(bytes)
    }
  }

  private mutating func takeLines(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte == 0x0A { line += 1 }
      if byte == 0x0D { add("form-line-end", "a carriage return: lines end in a line feed alone", line: line) }
      previous = byte
    }
  }

  private mutating func takeRows(_ bytes: ArraySlice<UInt8>, _ carriageReturn: Bool) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        isTextCell = true
        isQuoted.toggle()
      case 0x0A:
        if !isQuoted, (previous == 0x0D) != carriageReturn {
          add("form-line-end", "the row does not end in \(carriageReturn ? "CR LF" : "LF alone")", line: line)
        }
        line += 1
        if !isQuoted { isTextCell = false }
      case UInt8(ascii: ","):
        if !isQuoted { isTextCell = false }
      case 0x0D: break
      default:
        if !isQuoted, !isTextCell, !Self.isBare(byte) {
          add(
            "form-quote", "a text is not in quotation marks, so that a spreadsheet may split or compute it", line: line)
        }
      }
      previous = byte
    }
  }

  /// Whether a byte may stand in a cell without quotation marks: those of numbers, days, `true` and `false`.
  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "l"), UInt8(ascii: "r"),
      UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "u"):
      true
    default: false
    }
  }

  private mutating func end() {
    if previous != 0x0A { add("form-last-line", "the last line has no end: the file may be cut off", line: line) }
  }
}
