using System.Reflection;
using System.Runtime.CompilerServices;

namespace CtVoice.Testing.Architecture;

/// <summary>
/// Classes that are made of too much. Whoever needs a ninth thing has a second idea in it, which wants a home of its own; a record that
/// only carries services, or the container itself, would hide that.
/// </summary>
public static class WideConstructors
{
    /// <summary>The most that a constructor may ask for.</summary>
    public const int Most = 8;

    /// <summary>The constructors of these types that ask for more, and those of classes that ask for the container;
    /// records are data.</summary>
    /// <param name="types">The types, compiled ones included.</param>
    /// <param name="mayHaveTheContainer">Classes that make what they are given the name of.</param>
    public static IReadOnlyList<string> In(IEnumerable<Type> types, params string[] mayHaveTheContainer) =>
    [
        .. from type in types
           where !IsRecord(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
           from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
           let asked = constructor.GetParameters()
           where asked.Length > Most
               || (!mayHaveTheContainer.Contains(type.Name) && asked.Any(p => p.ParameterType == typeof(IServiceProvider)))
           orderby type.FullName
           select $"{type.FullName} asks for {asked.Length}: {string.Join(", ", asked.Select(p => p.ParameterType.Name))}",
    ];

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);
}
