package varve.query.modules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.ModuleRefusal;
import varve.contract.PublicAddresses;

/// Modules by how much they are wanted, as the later API of deno.land/x told of them.
@RestController
class PopularEndpoint {
    record Tag(String kind, String value) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Module(
            String name,
            String description,
            List<String> versions,
            @JsonProperty("latest_version") @Nullable String latestVersion,
            @JsonProperty("popularity_score") long popularityScore,
            List<Tag> tags) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Items(List<Module> items, @Nullable String next, @Nullable String previous) {}

    private final Popularity popularity;
    private final LandShelf shelf;
    private final PublicAddresses addresses;

    PopularEndpoint(Popularity popularity, LandShelf shelf, PublicAddresses addresses) {
        this.popularity = popularity;
        this.shelf = shelf;
        this.addresses = addresses;
    }

    @GetMapping("/v2/modules")
    Items list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String page) {
        if (page != null && limit == null) {
            throw new ModuleRefusal.LimitOutOfRange().refused();
        }
        var wanted = ModuleQuery.of(limit, page, null, null);
        var found = popularity.part(wanted.limit() + 1, wanted.offset());
        return new Items(
                found.stream().limit(wanted.limit()).map(this::module).toList(),
                found.size() > wanted.limit() ? address(wanted, 1) : null,
                wanted.page() > 1 ? address(wanted, -1) : null);
    }

    @GetMapping("/v2/modules/{name}")
    Module one(@PathVariable String name) {
        return popularity
                .of(name)
                .map(this::module)
                .orElseThrow(() -> new ModuleRefusal.ModuleNotFound(name).refused());
    }

    private Module module(Popularity.Ranked ranked) {
        var versions = shelf.versions(ranked.name());
        return new Module(
                ranked.name(),
                ranked.description(),
                versions.versions(),
                versions.latest(),
                ranked.score(),
                tags(ranked.grade()));
    }

    private static List<Tag> tags(Popularity.Grade grade) {
        return switch (grade) {
            case TOP_1 -> List.of(new Tag("popularity", "top_1_percent"));
            case TOP_5 -> List.of(new Tag("popularity", "top_5_percent"));
            case TOP_10 -> List.of(new Tag("popularity", "top_10_percent"));
            case PUBLISHED -> List.of();
        };
    }

    private String address(ModuleQuery wanted, int step) {
        return addresses
                .registry()
                .resolve(
                        "/v2/modules?limit=%d&page=%d"
                                .formatted(wanted.limit(), wanted.page() + step))
                .toString();
    }
}
