#if XLSX
  internal import CXlsxWriter
  internal import EventModel

  /// What libxlsxwriter could not do.
  struct XLSXFailure: Error {
    /// The library's code.
    var code: lxw_error

    /// The library's words, without a full stop.
    var reason: String {
      let text = String(cString: lxw_strerror(code))
      return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
  }

  /// A workbook that libxlsxwriter writes, with a sheet for each table.
  ///
  /// One exporter has it to itself, and whoever runs an exporter makes one call at a time.
  final class XLSXBook: @unchecked Sendable {
    /// The sheets, in the order of the tables.
    var sheets: [XLSXSheet] = []
    private let file: PrivateFile
    /// Nil once the file is written.
    private var book: UnsafeMutablePointer<lxw_workbook>?
    /// What the library could not do for the workbook as a whole.
    private var error: lxw_error?

    /// 1 January 1980, which the library also gives to the members of the file.
    private static let created = 315_532_800

    /// Begins a workbook.
    ///
    /// - Throws: What the system or the library refused.
    init() throws(Diagnostic) {
      file = try PrivateFile()
      // Without a name the library makes its temporary files where the C library does; it copies the name.
      var folder = Array(file.folder.utf8CString)
      let path = file.path
      let made = folder.withUnsafeMutableBufferPointer { folder in
        var options = lxw_workbook_options()
        options.constant_memory = 1
        options.use_zip64 = 1
        options.tmpdir = folder.baseAddress
        return workbook_new_opt(path, &options)
      }
      guard let made else { throw Self.diagnostic(XLSXFailure(code: LXW_ERROR_MEMORY_MALLOC_FAILED)) }
      book = made
      var properties = lxw_doc_properties()
      properties.created = time_t(Self.created)
      check(workbook_set_properties(made, &properties))
      let styles = XLSXStyles(made)
      do throws(XLSXFailure) {
        for table in RecordTable.allCases { sheets.append(try XLSXSheet(table, in: made, styles: styles)) }
      } catch {
        throw Self.diagnostic(error)
      }
    }

    deinit {
      // A workbook that nobody closed has to be closed to be freed; its file goes away at once.
      if let book { _ = workbook_close(book) }
    }

    /// Writes the file.
    ///
    /// - Throws: What the library refused at any time.
    func end() throws(Diagnostic) {
      guard let book else { return }
      for index in sheets.indices { sheets[index].end() }
      self.book = nil
      check(workbook_close(book))
      if let failed = sheets.first(where: { $0.error != LXW_NO_ERROR })?.error ?? error {
        throw Self.diagnostic(XLSXFailure(code: failed))
      }
      try file.rewind()
    }

    /// Appends the next piece of the file.
    ///
    /// - Returns: Whether there was any.
    func take(into buffer: inout ByteBuffer) throws(Diagnostic) -> Bool {
      try file.take(into: &buffer)
    }

    private func check(_ code: lxw_error) {
      if code != LXW_NO_ERROR, error == nil { error = code }
    }

    private static func diagnostic(_ failure: XLSXFailure) -> Diagnostic {
      Diagnostic("xlsx-failed", "the workbook cannot be written: " + failure.reason, file: XLSXExporter.path)
    }
  }
#endif
