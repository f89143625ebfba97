using System.Globalization;

namespace CtVoice.Core.Json;

/// <summary>JSON pointers (RFC 6901).</summary>
public static class Pointer
{
    private const int NameCharacters = 64;

    /// <summary>The member <paramref name="name"/> of what <paramref name="parent"/> points at;
    /// a name that nobody chose in earnest is cut.</summary>
    public static string To(string parent, string name)
    {
        if (name.Length > NameCharacters)
            name = name[..(char.IsHighSurrogate(name[NameCharacters - 1]) ? NameCharacters - 1 : NameCharacters)] + "...";
        return $"{parent}/{Escape(name)}";
    }

    /// <summary>A member's name as one step of a pointer.</summary>
    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The item <paramref name="index"/> of what <paramref name="parent"/> points at.</summary>
    public static string To(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}/{index}");
}
