from dataclasses import dataclass
from generator.reading.document import Document
@dataclass
class Overlaid:
    document: Document
    warnings: tuple
