using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Core.Projects.Intake;

/// <summary>Every text of a request with its place.</summary>
internal static class RequestTexts
{
    /// <summary>All texts, in the order of the request; pointers per RFC 6901.</summary>
    internal static IEnumerable<(string Pointer, string Text)> Of(ProjectRequest request) =>
        Walk("", JsonSerializer.SerializeToElement(request, WorkflowJson.Options));

    /// <summary>The parent of a pointer.</summary>
    internal static string Parent(string pointer) => pointer[..pointer.LastIndexOf('/')];

    private static IEnumerable<(string Pointer, string Text)> Walk(string pointer, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [(pointer, element.GetString()!)],
        JsonValueKind.Object => element.EnumerateObject()
            .SelectMany(member => Walk($"{pointer}/{Pointer.Escape(member.Name)}", member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((entry, at) => Walk($"{pointer}/{at}", entry)),
        _ => [],
    };
}
