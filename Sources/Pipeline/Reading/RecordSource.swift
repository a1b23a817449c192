internal import EventModel
package import Readers

/// A record as it was found, and the path to name in messages about it.
struct FoundRecord: Sendable {
  var record: RawRecord
  /// The file's path as the user can open it.
  var location: String
  /// Where the record begins, in bytes from 0, as its reader counts them.
  var position: Int

  /// The same fault, with a path that the user can open and the byte of the file: where it is not known to which byte of
  /// the record the fault belongs, to its first.
  func located(_ fault: Diagnostic) -> Diagnostic {
    var fault = fault.located(at: location)
    guard record.record != nil else { return fault }
    guard record.line != nil else {
      // Lines and bytes of a page are none of the archive's.
      (fault.line, fault.column, fault.byte) = (nil, nil, position)
      return fault
    }
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

  private var search: InputSearch
  private var file: InputFile?
  private var reader: RecordReader?
  /// The files that were opened so far, in the order of the inputs.
  private(set) var opened: [OpenedInput] = []

  /// Makes a source of the records at some paths.
  ///
  /// - Parameter format: The format of what does not tell its own.
  init(paths: [String], format: MediaType?) {
    search = InputSearch(paths, format: format)
  }

  func next() -> Element? {
    while true {
      if reader != nil {
        if let record = nextRecord() { return record }
        continue
      }
      switch search.next() {
      case .success(let found):
        do throws(Diagnostic) {
          reader = try RecordReader(found)
          file = found
        } catch {
          return .failure(error.located(at: found.location))
        }
      case .failure(let fault): return .failure(fault)
      case nil: return nil
      }
    }
  }

  /// The next record of the open file, or nil at its end.
  private func nextRecord() -> Element? {
    guard let file else { return nil }
    do throws(Diagnostic) {
      if let record = try reader?.next() {
        return .success(FoundRecord(record: record, location: file.location, position: reader?.position ?? 0))
      }
    } catch {
      return .failure(error.located(at: file.location))
    }
    opened.append(OpenedInput(file: file, digest: reader?.digest, state: reader?.state))
    let isChanged = reader?.isChanged ?? false
    reader = nil
    guard isChanged else { return nil }
    return .failure(OpenedInput.changed(file.location))
  }
}

/// A file that was read.
package struct OpenedInput: Hashable, Sendable {
  /// The file.
  package var file: InputFile
  /// The digest of what was read, where that was all there is.
  package var digest: StreamDigest?
  /// What the file was when it was opened; nil for a stream.
  package var state: FileState?

  /// What to say of a file that somebody wrote into while it was read.
  static func changed(_ location: String) -> Diagnostic {
    Diagnostic(
      "input-changed", "somebody wrote into the file while it was read: its records may be of two minds",
      file: location)
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
