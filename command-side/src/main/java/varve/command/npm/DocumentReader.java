package varve.command.npm;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Reads a document from front to back, once, with its parts in whatever order a client puts them.
/// A tarball is decoded into a file as it comes in; nothing large is ever held in memory.
final class DocumentReader {
    /// A README may stand in a manifest.
    private static final int LONGEST_TEXT = 4 << 20;

    private static final JsonMapper JSON =
            new JsonMapper(
                    JsonFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(100)
                                            .maxNameLength(1000)
                                            .maxStringLength(LONGEST_TEXT)
                                            .build())
                            .build());

    private final Body body;
    private final JsonParser in;
    private final Document document = new Document();

    private DocumentReader(Body body) {
        this.body = body;
        this.in = JSON.createParser(body);
    }

    /// @throws Refused when it is not such a document, or too large
    /// @throws IOException when the client breaks off
    static Document read(InputStream stream) throws IOException {
        var reader = new DocumentReader(new Body(stream));
        try {
            reader.read();
            return reader.document;
        } catch (JacksonException e) {
            reader.document.close();
            throw new Refused(
                    new Refusal.Malformed("the body is not sound JSON: " + e.getOriginalMessage()));
        } catch (RuntimeException | IOException e) {
            reader.document.close();
            throw e;
        }
    }

    private void read() throws IOException {
        expect(in.nextToken(), JsonToken.START_OBJECT);
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var field = in.currentName();
            in.nextToken();
            switch (field) {
                case "name" -> document.name = in.getValueAsString();
                case "_rev" -> document.revision = in.getValueAsString();
                case "access" -> document.access = in.getValueAsString();
                case "maintainers" -> document.maintainers = maintainers();
                case "users" -> document.users = users();
                case "dist-tags" -> tags();
                case "versions" -> versions();
                case "_attachments" -> attachments();
                default -> in.skipChildren();
            }
        }
        if (in.nextToken() != null) {
            throw malformed("there is more behind the document");
        }
    }

    private List<String> maintainers() {
        JsonNode people = in.readValueAsTree();
        var names = new ArrayList<String>();
        people.forEach(person -> names.add(person.path("name").asString("")));
        return names;
    }

    private Set<String> users() {
        var names = new TreeSet<String>();
        JsonNode users = in.readValueAsTree();
        users.forEachEntry((name, likes) -> {
            if (likes.asBoolean(false)) {
                names.add(name);
            }
        });
        return names;
    }

    private void tags() {
        expect(in.currentToken(), JsonToken.START_OBJECT);
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var tag = in.currentName();
            expect(in.nextToken(), JsonToken.VALUE_STRING);
            document.tags().put(tag, in.getString());
        }
    }

    private void versions() {
        expect(in.currentToken(), JsonToken.START_OBJECT);
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var version = in.currentName();
            in.nextToken();
            JsonNode manifest = in.readValueAsTree();
            if (!(manifest instanceof ObjectNode fields)) {
                throw malformed("a manifest is an object");
            }
            if (document.manifest == null) {
                document.manifest = fields;
            }
            document.deprecations().put(version, fields.path("deprecated").asString(""));
        }
    }

    /// Clients name the tarball as they like, so it is known by its ending. What is attested of it
    /// may lie beside it.
    private void attachments() throws IOException {
        expect(in.currentToken(), JsonToken.START_OBJECT);
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            expect(in.nextToken(), JsonToken.START_OBJECT);
            if (name.endsWith(".sigstore")) {
                document.provenance = provenance();
                continue;
            }
            if (!name.endsWith(".tgz")) {
                in.skipChildren();
                continue;
            }
            if (document.tarball != null) {
                throw malformed("there is more than one tarball");
            }
            body.makeRoomForTarball();
            document.tarball = tarball();
        }
    }

    private String provenance() {
        var data = "";
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var field = in.currentName();
            in.nextToken();
            if (field.equals("data")) {
                data = in.getValueAsString("");
            } else {
                in.skipChildren();
            }
        }
        return data;
    }

    private Tarball.Received tarball() throws IOException {
        var tarball = Tarball.create();
        try {
            long announced = -1;
            while (in.nextToken() != JsonToken.END_OBJECT) {
                var field = in.currentName();
                in.nextToken();
                switch (field) {
                    case "data" -> in.readBinaryValue(tarball);
                    case "length" -> announced = in.getValueAsLong(-1);
                    default -> in.skipChildren();
                }
            }
            return tarball.received(announced);
        } catch (IOException | RuntimeException e) {
            tarball.discard();
            throw e;
        }
    }

    private static void expect(JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw malformed("the document is not of the form that npm sends");
        }
    }

    private static Refused malformed(String why) {
        return new Refused(new Refusal.Malformed(why));
    }
}
