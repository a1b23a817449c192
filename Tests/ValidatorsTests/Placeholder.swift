import Testing
@testable import Validators
