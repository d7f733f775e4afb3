package dev.linnet.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of ARCHITECTURE.md that a compiler does not hold. */
@AnalyzeClasses(packages = "dev.linnet", importOptions = ImportOption.DoNotIncludeTests.class)
class ModulesTest {
    @ArchTest
    static final ArchRule modulesDependOnlyOnWhatStandsBelowThem = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("keywords")
            .definedBy("dev.linnet.keywords..")
            .layer("nlp")
            .definedBy("dev.linnet.nlp..")
            .layer("queue")
            .definedBy("dev.linnet.queue..")
            .layer("sinks")
            .definedBy("dev.linnet.sinks..")
            .layer("pipeline")
            .definedBy("dev.linnet.pipeline..")
            .layer("review")
            .definedBy("dev.linnet.review..")
            .layer("cli")
            .definedBy("dev.linnet.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("review")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("pipeline")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("sinks")
            .mayOnlyBeAccessedByLayers("pipeline", "cli")
            .whereLayer("queue")
            .mayOnlyBeAccessedByLayers("sinks", "pipeline", "review", "cli")
            .whereLayer("nlp")
            .mayOnlyBeAccessedByLayers("pipeline", "cli")
            .whereLayer("keywords")
            .mayOnlyBeAccessedByLayers("pipeline", "review", "cli");

    @ArchTest
    static final ArchRule plainModulesKnowNoFlink = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.linnet.keywords..", "dev.linnet.nlp..", "dev.linnet.queue..", "dev.linnet.review..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule noFlinkOne = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink.streaming.api.functions.source.legacy..",
                    "org.apache.flink.streaming.api.functions.sink.legacy..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noJavaSerializationOfTheWild = noClasses()
            .that()
            .resideOutsideOfPackage("dev.linnet.nlp..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream");

    @ArchTest
    static final ArchRule packagesOfAModuleFormNoCycle =
            slices().matching("dev.linnet.(*)..").should().beFreeOfCycles();
}
