package varve.eventlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// How facts and states are written down: fields in the order of the record, nothing for null, a
/// {@link varve.contract.Text} as its text, an instant in ISO 8601, and the name of the record
/// under `is` where a sealed interface leaves the choice.
///
/// Reading is strict: an unknown field and a missing one that must be there are errors, because a
/// changed shape is a new revision and needs an {@link Upcaster}.
public final class EventJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .annotationIntrospector(new RecordShapes())
                    .addModule(new TextModule())
                    .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(
                            EnumFeature.WRITE_ENUMS_USING_TO_STRING,
                            EnumFeature.READ_ENUMS_USING_TO_STRING)
                    .disable(
                            DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
                            DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private EventJson() {}

    public static ObjectMapper mapper() {
        return MAPPER;
    }
}
