using System.Diagnostics.CodeAnalysis;

namespace CtVoice.Web.Routing;

/// <summary>
/// A path such as <c>api/projects/{id}</c>: literal segments and whole-segment values, nothing else, so that each host
/// reads it alike. Literals are compared exactly; a trailing slash is another path.
/// </summary>
public sealed class RouteTemplate
{
    private readonly string[] segments;

    private RouteTemplate(string text, string[] segments)
    {
        Text = text;
        this.segments = segments;
    }

    /// <summary>The template without a leading slash; empty for the root.</summary>
    public string Text { get; }

    /// <summary>Names of the values, in order.</summary>
    public IEnumerable<string> Names => segments.Where(IsValue).Select(s => s[1..^1]);

    /// <summary>The template with every value as <c>{}</c>: two rows with one shape answer the same paths.</summary>
    internal string Shape => string.Join('/', segments.Select(s => IsValue(s) ? "{}" : s));

    /// <summary>Orders templates so that a literal is tried before a value in the same place.</summary>
    internal string Precedence => string.Join('/', segments.Select(s => IsValue(s) ? "1" : "0"));

    /// <summary>Reads a template; throws <see cref="ArgumentException"/> for anything beyond the syntax above.</summary>
    public static RouteTemplate Parse(string text)
    {
        var segments = Split("/" + text);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var segment in segments)
        {
            var name = IsValue(segment) ? segment[1..^1] : segment;
            var allowed = IsValue(segment)
                ? name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) && names.Add(name)
                : name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');
            if (!allowed)
                throw new ArgumentException($"'{text}' is not a route template: segment '{segment}'.", nameof(text));
        }
        return new RouteTemplate(text, segments);
    }

    /// <summary>The values of <paramref name="path"/> by name, when the path has this shape and no value is empty.</summary>
    public bool TryMatch(string path, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? values)
    {
        values = null;
        var parts = Split(path);
        if (!Matches(parts))
            return false;
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (IsValue(segments[i]))
                found[segments[i][1..^1]] = parts[i];
        }
        values = found;
        return true;
    }

    /// <summary>Whether the segments of a path have this shape, and no value is empty.</summary>
    internal bool Matches(string[] parts)
    {
        if (parts.Length != segments.Length)
            return false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (IsValue(segments[i]) ? parts[i].Length == 0 : !string.Equals(parts[i], segments[i], StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    public override string ToString() => "/" + Text;

    private static bool IsValue(string segment) => segment is ['{', .., '}'];

    /// <summary>The segments of a path that starts with a slash; none for the root.</summary>
    internal static string[] Split(string path) => path is "" or "/" ? [] : path[1..].Split('/');
}
