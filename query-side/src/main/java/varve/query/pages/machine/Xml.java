package varve.query.pages.machine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes XML; whatever goes in as text comes out as text.
final class Xml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    private Xml() throws XMLStreamException {
        writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    }

    /// What a document consists of.
    interface Content {
        void write(Xml xml) throws XMLStreamException;
    }

    static byte[] document(String root, String namespace, Content content) {
        try {
            var xml = new Xml();
            xml.writer.writeStartElement(root);
            xml.writer.writeDefaultNamespace(namespace);
            content.write(xml);
            xml.writer.writeEndDocument();
            xml.writer.close();
            return xml.bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /// An attribute of the element that was just begun.
    Xml with(String name, String value) throws XMLStreamException {
        writer.writeAttribute(name, plain(value));
        return this;
    }

    Xml begin(String name) throws XMLStreamException {
        writer.writeStartElement(name);
        return this;
    }

    Xml text(String text) throws XMLStreamException {
        writer.writeCharacters(plain(text));
        return this;
    }

    Xml end() throws XMLStreamException {
        writer.writeEndElement();
        return this;
    }

    /// An element that holds nothing but text.
    Xml element(String name, String text) throws XMLStreamException {
        return begin(name).text(text).end();
    }

    /// Without the characters that XML cannot hold.
    private static String plain(String text) {
        return text.replaceAll(
                "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
