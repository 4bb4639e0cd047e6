package org.glasspcf.examples;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInput;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The arrows between the modules: examples → pipeline → encoder and forest → core. It stands here,
 * because only this module has all the others on its class path.
 */
@AnalyzeClasses(packages = "org.glasspcf", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String CORE = "org.glasspcf.core..";
  private static final String ENCODER = "org.glasspcf.encoder..";
  private static final String FOREST = "org.glasspcf.forest..";
  private static final String PIPELINE = "org.glasspcf.pipeline..";
  private static final String EXAMPLES = "org.glasspcf.examples..";

  private static final String[] NETWORK_ENGINE = {
    "org.nd4j..", "org.deeplearning4j..", "org.bytedeco.."
  };
  private static final String[] FOREST_ENGINE = {"org.tribuo..", "com.oracle.labs.."};
  private static final String[] ENGINES =
      Stream.of(NETWORK_ENGINE, FOREST_ENGINE).flatMap(Stream::of).toArray(String[]::new);

  @ArchTest
  static final ArchRule core_dependsOnNoOtherModule =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ENCODER, FOREST, PIPELINE, EXAMPLES);

  @ArchTest
  static final ArchRule encoder_dependsOnCoreOnly =
      noClasses()
          .that()
          .resideInAPackage(ENCODER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FOREST, PIPELINE, EXAMPLES);

  @ArchTest
  static final ArchRule forest_dependsOnCoreOnly =
      noClasses()
          .that()
          .resideInAPackage(FOREST)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ENCODER, PIPELINE, EXAMPLES);

  @ArchTest
  static final ArchRule pipeline_doesNotDependOnExamples =
      noClasses()
          .that()
          .resideInAPackage(PIPELINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EXAMPLES);

  @ArchTest
  static final ArchRule nativeCode_isUsedByTheEncoderOnly =
      noClasses()
          .that()
          .resideInAnyPackage(CORE, FOREST, PIPELINE, EXAMPLES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(NETWORK_ENGINE);

  @ArchTest
  static final ArchRule tribuo_isUsedByTheForestOnly =
      noClasses()
          .that()
          .resideInAnyPackage(CORE, ENCODER, PIPELINE, EXAMPLES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FOREST_ENGINE);

  @ArchTest
  static final ArchRule publicSignatures_nameNoTrainingEngine =
      classes().that().arePublic().should(nameNoTrainingEngineInTheirSignatures());

  @ArchTest
  static final ArchRule decoding_reachesNoTrainingEngine =
      noClasses()
          .that()
          .haveNameMatching("org\\.glasspcf\\.encoder\\.(PcfImage|PcfImageCodec|PcfAutoencoder)")
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAnyPackage(ENGINES);

  @ArchTest
  static final ArchRule forestPrediction_reachesNoTrainingEngine =
      noClasses()
          .that()
          .haveNameMatching("org\\.glasspcf\\.forest\\.(RandomForest|ForestTables)")
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAnyPackage(ENGINES);

  @ArchTest
  static final ArchRule packages_haveNoCycles =
      slices().matching("org.glasspcf.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule libraries_leaveStandardStreamsAlone =
      noClasses()
          .that()
          .resideInAnyPackage(CORE, ENCODER, FOREST, PIPELINE)
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule serializedObjects_areNeverRead =
      noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInput.class);

  /** Reading them loads the classes that the file names. */
  @ArchTest
  static final ArchRule filesOfTheEngines_areNeverRead =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(resideInAnyPackage(ENGINES)))
                  .and(target(nameMatching("(read|load|restore|deserialize).*"))));

  static ArchCondition<JavaClass> nameNoTrainingEngineInTheirSignatures() {
    return new ArchCondition<>("name no type of a training engine in their signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaType> ofTheClass =
            Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        report(type, "the head of " + type.getName(), ofTheClass, events);
        for (JavaField field : type.getFields()) {
          if (isForUsers(field.getModifiers())) {
            report(type, field.getFullName(), Stream.of(field.getType()), events);
          }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (isForUsers(unit.getModifiers())) {
            Stream<JavaType> types =
                Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream())
                    .flatMap(all -> all);
            report(type, unit.getFullName(), types, events);
          }
        }
      }
    };
  }

  private static boolean isForUsers(Set<?> modifiers) {
    return modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED);
  }

  private static void report(
      JavaClass owner, String place, Stream<? extends JavaType> types, ConditionEvents events) {
    String engineTypes =
        types
            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
            .map(JavaClass::getBaseComponentType)
            .filter(resideInAnyPackage(ENGINES))
            .map(JavaClass::getName)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!engineTypes.isEmpty()) {
      events.add(SimpleConditionEvent.violated(owner, place + " names " + engineTypes));
    }
  }
}
