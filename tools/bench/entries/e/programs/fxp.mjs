import { XMLParser } from 'fast-xml-parser'
new XMLParser().parse('<a>1</a>')
