internal import CLibXML2
internal import EventModel
