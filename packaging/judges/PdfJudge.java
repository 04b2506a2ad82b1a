import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import java.io.FileInputStream;

/// `PdfJudge FLAVOUR FILE...`: veraPDF's failed checks, one a line; none where the file is what it says.
final class PdfJudge {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var flavour = PDFAFlavour.fromString(arguments[0]);
        int failed = 0;
        for (int i = 1; i < arguments.length; i++)
            try (var in = new FileInputStream(arguments[i]);
                    var parser = Foundries.defaultInstance().createParser(in, flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                if (!result.isCompliant()) failed++;
                System.out.println(
                        arguments[i]
                                + " "
                                + result.getPDFAFlavour()
                                + " "
                                + (result.isCompliant() ? "compliant" : "NOT COMPLIANT"));
                for (var assertion : result.getTestAssertions())
                    System.out.println(
                            "Error "
                                    + assertion.getRuleId().getClause()
                                    + ": "
                                    + assertion.getMessage());
            }
        System.exit(failed == 0 ? 0 : 1);
    }
}
