package varve.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.Command;
import varve.contract.Event;

/// The walls of the house, each a sentence that fails when somebody breaks through.
@AnalyzeClasses(packages = "varve", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final int FITS_IN_THE_HEAD = 250;

    @ArchTest
    static final ArchRule the_contract_knows_nothing_but_the_jdk =
            classes()
                    .that()
                    .resideInAPackage("varve.contract..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("varve.contract..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule the_workshop_knows_no_framework_and_no_database =
            noClasses()
                    .that()
                    .resideInAPackage("varve.artifacts..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..", "org.axonframework..", "java.sql..");

    /// A stream of rows that nobody closes keeps its connection for ever.
    @ArchTest
    static final ArchRule rows_are_read_as_lists =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule rules_know_no_framework =
            noClasses()
                    .that()
                    .resideInAPackage("varve.command..")
                    .and(INTERFACES.or(describe("records", JavaClass::isRecord)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.axonframework..", "org.springframework..");

    @ArchTest
    static final ArchRule sides_never_import_one_another =
            slices().matching("varve.(command|projections|query|gateway)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule axon_stays_behind_the_log =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("varve.eventlog..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("varve.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule messages_are_records =
            classes()
                    .that()
                    .areAssignableTo(Command.class)
                    .or()
                    .areAssignableTo(Event.class)
                    .should(
                            ArchConditions.be(
                                    describe(
                                            "records or interfaces",
                                            (JavaClass c) -> c.isRecord() || c.isInterface())));

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses()
                    .should()
                    .haveNameMatching(
                            ".*(Impl|Utils?|Helper|Manager|Dto|Mapper|Service)|.*\\.(Base|Abstract)[A-Z].*");

    @ArchTest
    static final ArchRule fields_are_never_optional =
            noFields()
                    .that()
                    .areDeclaredInClassesThat(
                            DescribedPredicate.not(describe("records", JavaClass::isRecord)))
                    .should()
                    .haveRawType(Optional.class);

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields =
            fields().should()
                    .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @ArchTest
    static final ArchRule no_side_asks_the_wall_clock =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "varve.contract..",
                            "varve.artifacts..",
                            "varve.command..",
                            "varve.projections..",
                            "varve.query..",
                            "varve.gateway..")
                    .should()
                    .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule nothing_is_mocked =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.mockito..");

    @Test
    void every_file_fits_in_the_head() throws IOException {
        try (var files = Files.walk(Path.of(".."))) {
            List<Path> tooLong =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.toString().contains("/target/"))
                            .filter(HouseTest::isTooLong)
                            .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    private static boolean isTooLong(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count() > FITS_IN_THE_HEAD;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
