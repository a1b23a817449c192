#if XLSX
  internal import CXlsxWriter

  /// The looks of cells.
  struct XLSXStyles {
    /// Any value.
    let plain: UnsafeMutablePointer<lxw_format>?
    /// A day.
    let day: UnsafeMutablePointer<lxw_format>?
    /// A text that leads to another sheet.
    let link: UnsafeMutablePointer<lxw_format>?
    /// An Arabic heading.
    let arabicHeading: UnsafeMutablePointer<lxw_format>?
    /// The name of a column.
    let heading: UnsafeMutablePointer<lxw_format>?

    /// Makes the looks of a workbook.
    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      plain = Self.make(book)
      day = Self.make(book)
      format_set_num_format(day, "yyyy-mm-dd")
      link = Self.make(book)
      format_set_font_color(link, 0x1F4E79)
      format_set_underline(link, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      arabicHeading = Self.make(book)
      format_set_bold(arabicHeading)
      format_set_bg_color(arabicHeading, 0xD9E2EC)
      format_set_align(arabicHeading, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      heading = Self.make(book)
      format_set_font_color(heading, 0x52606D)
      format_set_bg_color(heading, 0xEEF2F6)
      format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
    }

    private static func make(_ book: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<lxw_format>? {
      let format = workbook_add_format(book)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      // Where the sheet begins; without this, programs put what is not Arabic at the other end of its column.
      format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
      return format
    }
  }
#endif
