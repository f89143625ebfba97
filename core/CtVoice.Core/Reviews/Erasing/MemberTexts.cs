using System.Text.Json;
using System.Text.Json.Nodes;
using CtVoice.Core.Json;

namespace CtVoice.Core.Reviews.Erasing;

/// <summary>
/// Which stored texts of a review are a member's words. Whatever part of the state carries the member's id carries their
/// texts, under the name <c>content</c> at any depth; so a part that is added to the state later needs no rule of its own.
/// </summary>
internal static class MemberTexts
{
    /// <summary>Keys of a member's texts, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(Review review, string memberId) => Find(review, memberId, "content");

    /// <summary>Ids of the stored messages that they came in, in ordinal order.</summary>
    public static IReadOnlyList<string> MessagesOf(Review review, string memberId) => Find(review, memberId, "inboundId");

    private static IReadOnlyList<string> Find(Review review, string memberId, string named)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        Find(JsonSerializer.SerializeToNode(review, WorkflowJson.Options), memberId, named, mine: false, found);
        return [.. found];
    }

    private static void Find(JsonNode? node, string memberId, string named, bool mine, SortedSet<string> found)
    {
        switch (node)
        {
            case JsonObject part:
                mine |= part["memberId"] is JsonValue id && id.TryGetValue(out string? whose) && whose == memberId;
                foreach (var (name, value) in part)
                {
                    if (mine && name == named && value is JsonValue text && text.TryGetValue(out string? one))
                        _ = found.Add(one);
                    else
                        Find(value, memberId, named, mine, found);
                }
                break;
            case JsonArray list:
                foreach (var item in list)
                    Find(item, memberId, named, mine, found);
                break;
        }
    }
}
