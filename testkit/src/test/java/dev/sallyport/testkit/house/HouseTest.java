package dev.sallyport.testkit.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house, as the founding design draws them. */
@AnalyzeClasses(packages = "dev.sallyport", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    private static final String[] PURE = {
        "dev.sallyport.flow..", "dev.sallyport.exchange..", "dev.sallyport.check..", "dev.sallyport.run.."
    };

    @ArchTest
    static final ArchRule noPackagesFormACycle =
            slices().matching("dev.sallyport.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatIsPureSeesTheJdkAndItselfAlone = classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PURE).or(resideInAPackage("java..")));

    @ArchTest
    static final ArchRule theLabSeesTheJdkAndTheYamlReader = classes()
            .that()
            .resideInAPackage("dev.sallyport.lab..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "dev.sallyport.lab..", "dev.sallyport.yaml..", "dev.sallyport.flow.."));

    @ArchTest
    static final ArchRule judgingTouchesNoSocketClockOrFile = noClasses()
            .that()
            .resideInAPackage("dev.sallyport.check..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.io..", "java.util.concurrent..")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule protocolsAndExchangesOpenNoSockets = noClasses()
            .that()
            .resideInAnyPackage("dev.sallyport.protocol..", "dev.sallyport.exchange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.sallyport.transport..", "java.nio.channels..", "io.netty..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.net.Socket.class);

    @ArchTest
    static final ArchRule nettyStaysInTransport = only("dev.sallyport.transport..", "io.netty..");

    @ArchTest
    static final ArchRule jainSipStaysInSip = only("dev.sallyport.protocol.sip..", "javax.sip..", "gov.nist..");

    @ArchTest
    static final ArchRule smackAndAaltoStayInXmpp =
            only("dev.sallyport.protocol.xmpp..", "org.jivesoftware..", "org.jxmpp..", "com.fasterxml.aalto..");

    @ArchTest
    static final ArchRule snakeyamlStaysInYaml = only("dev.sallyport.yaml..", "org.snakeyaml..");

    @ArchTest
    static final ArchRule jacksonStaysInJson =
            only("dev.sallyport.json..", "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule bouncyCastleStaysInCerts = only("dev.sallyport.certs..", "org.bouncycastle..");

    @ArchTest
    static final ArchRule natsStaysInControl = only("dev.sallyport.control..", "io.nats..");

    @ArchTest
    static final ArchRule picocliStaysInTheCommands = only("dev.sallyport.cli..", "picocli..");

    @ArchTest
    static final ArchRule siblingsDoNotKnowEachOther = slices().matching(
                    "dev.sallyport.(certs|control|demo|report|roles)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule nothingKnowsTheCommands = noClasses()
            .that()
            .resideOutsideOfPackages("dev.sallyport.cli..", "dev.sallyport.testkit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.sallyport.cli..");

    @ArchTest
    static final ArchRule namesSayWhatTheyHold = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    private static ArchRule only(String room, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(room, "dev.sallyport.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }
}
