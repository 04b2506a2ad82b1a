package org.tyde.dimse.upper;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the user information item (PS3.8 9.3.2.3) with its sub-items (PS3.7 D.3.3).
final class UserReader {
    private final ItemReader in;
    private final boolean request;
    private OptionalLong maxLength = OptionalLong.empty();
    private Optional<String> implementationClass = Optional.empty();
    private Optional<String> implementationVersion = Optional.empty();
    private Optional<AsyncWindow> window = Optional.empty();
    private final List<RoleSelection> roles = new ArrayList<>();
    private final List<ExtendedNegotiation> extended = new ArrayList<>();
    private final List<CommonExtendedNegotiation> commonExtended = new ArrayList<>();
    private Optional<UserIdentity> identity = Optional.empty();
    private Optional<byte[]> identityAnswer = Optional.empty();

    UserReader(ItemReader in, boolean request) {
        this.in = in;
        this.request = request;
    }

    UserInformation read() throws Refusal {
        while (in.left() > 0) item(in.next());
        return new UserInformation(
                maxLength.orElseThrow(
                        () ->
                                in.refused(
                                        UpperReason.ITEM_MISSING,
                                        "PS3.8 D.1",
                                        ItemReader.hex(0x51))),
                implementationClass,
                implementationVersion,
                window,
                List.copyOf(roles),
                List.copyOf(extended),
                List.copyOf(commonExtended),
                identity,
                identityAnswer);
    }

    private void item(ItemReader item) throws Refusal {
        switch (item.item()) {
            case 0x51 -> {
                once(item, maxLength.isEmpty());
                maxLength = OptionalLong.of(item.four());
            }
            case 0x52 -> {
                once(item, implementationClass.isEmpty());
                implementationClass = Optional.of(item.uid(item.left()));
            }
            case 0x53 -> {
                once(item, window.isEmpty());
                window = Optional.of(new AsyncWindow(item.two(), item.two()));
            }
            case 0x54 -> {
                var sopClass = item.lengthAndUid();
                roles.add(new RoleSelection(sopClass, item.one() == 1, item.one() == 1));
            }
            case 0x55 -> {
                once(item, implementationVersion.isEmpty());
                implementationVersion = Optional.of(item.text(item.left()));
            }
            case 0x56 -> extended.add(new ExtendedNegotiation(item.lengthAndUid(), item.rest()));
            case 0x57 -> {
                if (request) commonExtended.add(common(item));
            }
            case 0x58 -> {
                once(item, identity.isEmpty());
                if (request) identity = Optional.of(identity(item));
            }
            case 0x59 -> {
                once(item, identityAnswer.isEmpty());
                if (!request) identityAnswer = Optional.of(item.bytes(item.two()));
            }
            default -> {} // PS3.8 9.3.1: unrecognized items shall be ignored
        }
    }

    private CommonExtendedNegotiation common(ItemReader item) throws Refusal {
        var sopClass = item.lengthAndUid();
        var serviceClass = item.lengthAndUid();
        var related = new ArrayList<String>();
        int end = item.two();
        if (end > item.left())
            throw item.refused(UpperReason.ITEM_CUT, "PS3.7 D.3.3.6", ItemReader.hex(0x57));
        int after = item.left() - end;
        while (item.left() > after) related.add(item.lengthAndUid());
        return new CommonExtendedNegotiation(sopClass, serviceClass, related);
    }

    private UserIdentity identity(ItemReader item) throws Refusal {
        int number = item.one();
        var known = UserIdentity.Type.of(number);
        if (known.isEmpty())
            throw item.refused(UpperReason.BAD_IDENTITY, "PS3.7 D.3.3.7.1", number);
        var type = known.get();
        boolean answerWanted = item.one() == 1;
        var primary = item.bytes(item.two());
        var secondary = item.left() > 0 ? item.bytes(item.two()) : new byte[0];
        boolean hasPasscode = type == UserIdentity.Type.USER_NAME_AND_PASSCODE;
        return new UserIdentity(type, answerWanted, primary, hasPasscode ? secondary : new byte[0]);
    }

    private static void once(ItemReader item, boolean first) throws Refusal {
        if (!first)
            throw item.refused(
                    UpperReason.ITEM_TWICE, "PS3.8 9.3.2.3", ItemReader.hex(item.item()));
    }
}
