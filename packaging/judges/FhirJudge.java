import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;

import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

import java.nio.file.Files;
import java.nio.file.Path;

/// `FhirJudge FILE...`: what HAPI's validator of FHIR R4 says, one a line; errors begin with `Error`.
final class FhirJudge {
    public static void main(String[] arguments) throws Exception {
        var context = FhirContext.forR4();
        var chain =
                new ValidationSupportChain(
                        new DefaultProfileValidationSupport(context),
                        new CommonCodeSystemsTerminologyService(context),
                        new InMemoryTerminologyServerValidationSupport(context),
                        new SnapshotGeneratingValidationSupport(context));
        var validator = context.newValidator();
        validator.registerValidatorModule(new FhirInstanceValidator(chain));
        int errors = 0;
        for (var file : arguments) {
            var result = validator.validateWithResult(Files.readString(Path.of(file)));
            System.out.println(file + " judged");
            for (var message : result.getMessages()) {
                boolean error = message.getSeverity().ordinal() >= 2;
                if (error) errors++;
                System.out.println(
                        (error ? "Error " : "Warning ")
                                + message.getLocationString()
                                + ": "
                                + message.getMessage());
            }
        }
        System.exit(errors == 0 ? 0 : 1);
    }
}
