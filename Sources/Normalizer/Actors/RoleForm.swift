internal import ArabicText
internal import EventModel

/// A word or phrase for an office, such as وزير الخارجية.
struct RoleForm: Sendable {
  /// The office that is meant.
  var id: String
  var sector: Sector?
  var number: VerbForm.Number
  var isFeminine: Bool
  /// Whether it is an office of an organization rather than of a country (رئيس of a company or a state).
  var isOfOrganization: Bool
  /// Whether the form can only stand before a genitive (وزيرا, محامي), never with the article.
  var isConstruct = false
  /// The country whose office it is, where the words alone tell: خادم الحرمين.
  var country: String?
  /// Whether its holder is sent somewhere: السفير في صنعاء.
  var isPosted = false
  /// Whether its holder serves a person or is of his kin: «مستشار ترمب», «صهر ترمب».
  var isStaff = false
  /// Whether it is no office but kinship, so that it tells nobody without a person's name.
  var isKin = false
}

/// A word before a name, such as الأمير.
struct TitleForm: Sendable {
  var sector: Sector?
  /// Whether it is used with a first name alone: الملك فهد.
  var takesFirstName: Bool
  /// Whether it stands between an office and the name of who holds it: «وزير الشؤون البلدية والقروية المهندس عبداللطيف».
  var isApposed: Bool
}

/// A noun for people without names, such as مسؤولون.
struct GroupForm: Sendable {
  /// The group's id.
  var id: String
  var sector: Sector?
  var number: VerbForm.Number
  /// Whether it is a typical anonymous source.
  var isSource: Bool
  var reason: Masking.Reason
  /// Whether it is an institution or a body, not people: «سفارة».
  var isBody: Bool
  /// Whether a country's pronoun tells whose they are: «دبلوماسييها».
  var isOfCountry: Bool
}

/// A noun that heads an organization's name, such as وزارة.
struct OrganizationHead: Sendable {
  var id: String
  var sector: Sector?
  /// Whether the head alone, with the article, names someone: الحكومة, but not الجانب.
  var standsAlone: Bool
  /// Whether it is named after persons: «جامعة الملك سعود».
  var bearsNames: Bool
  /// Whether it is named after its fields: «وزارة التجارة والصناعة».
  var hasFields: Bool
  /// Words behind it with which it is no body: «حركة الطيران».
  var others: [Symbol] = []
}

/// A noun that heads a place's name, such as مدينة.
struct PlaceHead: Sendable {
  var id: String
  /// Whether a known place is the same without the head.
  var isSettlement: Bool
  /// Whether it is named after persons: «مستشفى الملك فهد».
  var bearsNames: Bool
  /// Whether an adjective of a country completes it: «العاصمة الأردنية».
  var isCapital: Bool
  /// Whether adjectives or a country behind مع tell which it is: «الحدود التركية».
  var isDescribed: Bool
  /// Whether a pronoun tells which it is: «قصره».
  var isOwned: Bool
  /// Whether it is no place without them.
  var isOnlyTold: Bool
}

/// An adjective of two words, known by its first.
struct NisbaPair: Sendable {
  var second: Symbol
  var nisba: Nisba
}

/// An adjective of a country or region.
struct Nisba: Sendable {
  /// The row's id.
  var id: String
  /// The ISO code, nil for regions.
  var country: String?
  var isPlural: Bool
  /// Whether the letters are read so only with tanwin (روسياً, not روسيا).
  var needsTanwin: Bool
}

extension RoleForm: Imaged {
  init(from image: inout ImageReader) {
    self.init(
      id: image.read(), sector: image.read(), number: image.read(), isFeminine: image.read(),
      isOfOrganization: image.read(), isConstruct: image.read(), country: image.read(), isPosted: image.read(),
      isStaff: image.read(), isKin: image.read())
  }

  func write(to image: inout ImageWriter) {
    image.write(id, sector, number, isFeminine, isOfOrganization, isConstruct, country, isPosted, isStaff, isKin)
  }
}

extension TitleForm: Imaged {
  init(from image: inout ImageReader) {
    self.init(sector: image.read(), takesFirstName: image.read(), isApposed: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(sector, takesFirstName, isApposed) }
}

extension GroupForm: Imaged {
  init(from image: inout ImageReader) {
    self.init(
      id: image.read(), sector: image.read(), number: image.read(), isSource: image.read(), reason: image.read(),
      isBody: image.read(), isOfCountry: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(id, sector, number, isSource, reason, isBody, isOfCountry) }
}

extension OrganizationHead: Imaged {
  init(from image: inout ImageReader) {
    self.init(
      id: image.read(), sector: image.read(), standsAlone: image.read(), bearsNames: image.read(),
      hasFields: image.read(), others: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(id, sector, standsAlone, bearsNames, hasFields, others) }
}

extension PlaceHead: Imaged {
  init(from image: inout ImageReader) {
    self.init(
      id: image.read(), isSettlement: image.read(), bearsNames: image.read(), isCapital: image.read(),
      isDescribed: image.read(), isOwned: image.read(), isOnlyTold: image.read())
  }

  func write(to image: inout ImageWriter) {
    image.write(id, isSettlement, bearsNames, isCapital, isDescribed, isOwned, isOnlyTold)
  }
}

extension NisbaPair: Imaged {
  init(from image: inout ImageReader) {
    self.init(second: image.read(), nisba: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(second, nisba) }
}

extension Nisba: Imaged {
  init(from image: inout ImageReader) {
    self.init(id: image.read(), country: image.read(), isPlural: image.read(), needsTanwin: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(id, country, isPlural, needsTanwin) }
}
