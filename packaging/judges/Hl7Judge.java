import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;

import java.nio.file.Files;
import java.nio.file.Path;

/// `Hl7Judge FILE [PATH...]`: parses a message of HL7 v2.5.1 strictly, and prints the fields asked for as
/// the parser understands them, such as `/.OBSERVATION(0)/OBX-5`.
final class Hl7Judge {
    public static void main(String[] arguments) throws Exception {
        var context = new DefaultHapiContext();
        context.setModelClassFactory(new CanonicalModelClassFactory("2.5.1"));
        context.setValidationContext(ValidationContextFactory.defaultValidation());
        try {
            var message = context.getPipeParser().parse(Files.readString(Path.of(arguments[0])));
            System.out.println(message.getName() + " parsed");
            var terser = new Terser(message);
            for (int i = 1; i < arguments.length; i++)
                System.out.println(arguments[i] + "=" + terser.get(arguments[i]));
        } catch (HL7Exception refused) {
            System.out.println("Error " + refused.getMessage());
            System.exit(1);
        }
    }
}
