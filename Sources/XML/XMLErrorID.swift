internal import CLibXML2

/// Stable ids for what libxml2 reports.
enum XMLErrorID {
  /// The id of an error of a domain and a code of libxml2.
  static func name(domain: Int32, code: Int32) -> String {
    switch UInt32(bitPattern: domain) {
    case XML_FROM_SCHEMASV.rawValue: validity(xmlParserErrors(UInt32(bitPattern: code)))
    case XML_FROM_SCHEMASP.rawValue: "xsd-schema"
    case XML_FROM_IO.rawValue: "xml-unreadable"
    default: "xml-malformed"
    }
  }

  private static func validity(_ code: xmlParserErrors) -> String {
    switch code {
    case XML_SCHEMAV_ELEMENT_CONTENT: "xsd-element-unexpected"
    case XML_SCHEMAV_CVC_ELT_1: "xsd-element-undeclared"
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, XML_SCHEMAV_CVC_TYPE_3_1_1:
      "xsd-attribute-unexpected"
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: "xsd-attribute-missing"
    case XML_SCHEMAV_CVC_ATTRIBUTE_3, XML_SCHEMAV_CVC_ATTRIBUTE_4, XML_SCHEMAV_CVC_AU: "xsd-attribute-value"
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2,
      XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3:
      "xsd-value"
    case XML_SCHEMAV_CVC_PATTERN_VALID: "xsd-pattern"
    case XML_SCHEMAV_CVC_ENUMERATION_VALID: "xsd-enumeration"
    case XML_SCHEMAV_CVC_LENGTH_VALID, XML_SCHEMAV_CVC_MINLENGTH_VALID, XML_SCHEMAV_CVC_MAXLENGTH_VALID: "xsd-length"
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID, XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID, XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID,
      XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID:
      "xsd-range"
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
      "xsd-content"
    case XML_SCHEMAV_CVC_IDC: "xsd-key"
    default: "xsd-invalid"
    }
  }
}
