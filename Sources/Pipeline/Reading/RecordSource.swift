internal import EventModel
internal import Readers

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A record as it was found, and the path to name in messages about it.
struct FoundRecord: Sendable {
  var record: RawRecord
  /// The file's path as the user can open it.
  var location: String
  /// Where in the file the record begins, in bytes from 0.
  var position: Int

  /// The same fault, with a path that the user can open and the byte of the file: where it is not known to which byte of
  /// the record the fault belongs, to its first.
  func located(_ fault: Diagnostic) -> Diagnostic {
    var fault = fault.located(at: location)
    guard record.record != nil else { return fault }
    if fault.byte == nil, let column = fault.column {
      // The parser has not seen the byte order mark.
      let mark = record.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      fault.column = column + mark
      fault.byte = column + mark - 1
    }
    fault.byte = position + (fault.byte ?? 0)
    return fault
  }
}

/// The records of all inputs that a user names, one after another; what cannot be read comes as a fault in its place.
///
/// A path that leads nowhere does not keep the others from being read, and of a large file one record is held at a time.
final class RecordSource: Sequence, IteratorProtocol {
  typealias Element = Result<FoundRecord, Diagnostic>

  private var files: ArraySlice<InputFile> = []
  private var paths: ArraySlice<String>
  private var seen: Set<String> = []
  private var location = ""
  /// The files that were opened so far, in the order of the inputs.
  private(set) var opened: [InputFile] = []
  private var reader: RecordReader?

  /// Makes a source of the records at some paths.
  init(paths: [String]) {
    self.paths = paths[...]
  }

  func next() -> Element? {
    while true {
      do throws(Diagnostic) {
        if let record = try reader?.next() {
          return .success(FoundRecord(record: record, location: location, position: reader?.position ?? 0))
        }
        reader = nil
        if let file = files.popFirst() {
          guard seen.insert(Self.canonical(file.location)).inserted else { continue }
          location = file.location
          reader = try RecordReader(file)
          opened.append(file)
        } else if let path = paths.popFirst() {
          files = try InputFinder().files(at: [path])[...]
        } else {
          return nil
        }
      } catch {
        let fault = reader == nil ? error : error.located(at: location)
        reader = nil
        return .failure(fault)
      }
    }
  }

  /// The one path of a file that may be reached by several, so that it is read once.
  private static func canonical(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}

extension Diagnostic {
  /// The same fault, with a path that the user can open.
  func located(at location: String) -> Diagnostic {
    var fault = self
    fault.file = location
    return fault
  }
}
