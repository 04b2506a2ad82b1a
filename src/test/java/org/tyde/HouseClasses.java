package org.tyde;

import org.tyde.app.Main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The compiled main classes, and what each of them names.
final class HouseClasses {
    private static final Pattern DESCRIBED = Pattern.compile("L([\\w/$]+)[;<]");

    /// @param packageName its package
    /// @param name simple, with the enclosing ones
    /// @param uses binary names of all classes it names
    /// @param members `Class.member` it calls or reads
    record House(String packageName, String name, Set<String> uses, Set<String> members) {}

    private HouseClasses() {}

    static List<House> all() throws IOException, java.net.URISyntaxException {
        var root = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(root)) {
            var all = new ArrayList<House>();
            for (var file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList())
                all.add(read(file));
            return all;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static House read(Path file) throws IOException {
        ClassModel model = ClassFile.of().parse(file);
        var name = model.thisClass().asInternalName().replace('/', '.');
        var uses = new HashSet<String>();
        var members = new HashSet<String>();
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry c -> addNamed(uses, c.asInternalName());
                case MemberRefEntry m ->
                        members.add(
                                m.owner().asInternalName().replace('/', '.')
                                        + "."
                                        + m.name().stringValue());
                case Utf8Entry text -> addDescribed(uses, text.stringValue());
                default -> {}
            }
        }
        int dot = name.lastIndexOf('.');
        return new House(name.substring(0, dot), name.substring(dot + 1), uses, members);
    }

    private static void addNamed(Set<String> uses, String internalName) {
        if (internalName.startsWith("[")) addDescribed(uses, internalName);
        else uses.add(internalName.replace('/', '.'));
    }

    /// Descriptors and generic signatures also name classes; text of a program does not look like one.
    private static void addDescribed(Set<String> uses, String text) {
        if (text.indexOf(';') < 0) return;
        if (text.startsWith("(") && isMethod(text)
                || text.startsWith("L")
                || text.startsWith("[")
                || text.startsWith("<")) {
            var found = DESCRIBED.matcher(text);
            while (found.find()) uses.add(found.group(1).replace('/', '.'));
        }
    }

    private static boolean isMethod(String text) {
        try {
            return !MethodTypeDesc.ofDescriptor(text).returnType().equals(ClassDesc.of("x.None"));
        } catch (IllegalArgumentException signatureOrText) {
            return text.contains(")");
        }
    }
}
