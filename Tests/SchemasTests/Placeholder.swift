import Testing
@testable import Schemas
