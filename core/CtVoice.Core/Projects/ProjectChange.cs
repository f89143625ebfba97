using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Core.Projects;

/// <summary>One thing that a modification changes.</summary>
/// <param name="Pointer">
/// The member (RFC 6901). An entry of a list that has a name of its own is addressed by it, e.g.
/// <c>/people/groups/2054-5/count</c>.
/// </param>
/// <param name="Before">The value before, as JSON; null when it is new.</param>
/// <param name="After">The value after, as JSON; null when it is gone.</param>
public sealed record ProjectChange(string Pointer, string? Before, string? After)
{
    private const string NotShown = "\"not shown\"";

    // These say that it is a modification; they are not what it modifies.
    private static readonly HashSet<string> AboutTheRequest =
        new(["/title", "/summary", "/kind", "/earlierProject", "/changes", "/adviceBy", "/expediteReason", "/questions", "/texts",
            "/preparedBy", "/signedOffBy"], StringComparer.Ordinal);

    /// <summary>
    /// What differs between two versions of a project, in the order of the newer one, then what is gone. Entries of lists
    /// are compared by what names them (element, population, agency, prompt), not by their place.
    /// </summary>
    public static IReadOnlyList<ProjectChange> Between(ProjectRequest before, ProjectRequest after)
    {
        var old = Leaves(before);
        var now = Leaves(after);
        return
        [
            .. now.Where(leaf => old.GetValueOrDefault(leaf.Key) != leaf.Value)
                .Select(leaf => new ProjectChange(leaf.Key, old.GetValueOrDefault(leaf.Key), leaf.Value)),
            .. old.Where(leaf => !now.ContainsKey(leaf.Key)).Select(leaf => new ProjectChange(leaf.Key, leaf.Value, null)),
        ];
    }

    /// <summary>The same without counts of people: a small one must not leave, and neither must the difference of two.</summary>
    public ProjectChange WithoutCounts() =>
        Pointer.StartsWith("/people/", StringComparison.Ordinal)
            && (Pointer.EndsWith("/count", StringComparison.Ordinal) || Pointer.EndsWith("/total", StringComparison.Ordinal))
            ? this with { Before = Before is null ? null : NotShown, After = After is null ? null : NotShown }
            : this;

    private static OrderedDictionary<string, string> Leaves(ProjectRequest request)
    {
        var leaves = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in JsonSerializer.SerializeToElement(request, WorkflowJson.Options).EnumerateObject())
        {
            var pointer = $"/{member.Name}";
            if (!AboutTheRequest.Contains(pointer))
                Walk(pointer, member.Value, leaves);
        }
        return leaves;
    }

    private static void Walk(string pointer, JsonElement element, OrderedDictionary<string, string> leaves)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    Walk($"{pointer}/{Json.Pointer.Escape(member.Name)}", member.Value, leaves);
                break;
            case JsonValueKind.Array:
                foreach (var entry in element.EnumerateArray())
                    Walk($"{pointer}/{Json.Pointer.Escape(NameOf(entry))}", entry, leaves);
                break;
            default:
                leaves[pointer] = element.GetRawText();
                break;
        }
    }

    private static string NameOf(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            return entry.ToString();
        foreach (var name in (string[])["element", "population", "agency", "prompt", "by"])
        {
            if (entry.TryGetProperty(name, out var value))
                return value.ToString();
        }
        return entry.TryGetProperty("name", out var described)
            ? $"{(entry.TryGetProperty("source", out var source) ? source : default)} {described}" : entry.ToString();
    }
}
