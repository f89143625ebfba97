using System.Text.Json;
using System.Text.Json.Nodes;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Reviews.Erasing;

/// <summary>
/// Which stored texts of a review are a member's words. Whatever part of the state carries the member's id carries their
/// texts, under the name <c>content</c> at any depth; so a part that is added to the state later needs no rule of its own.
/// </summary>
internal static class MemberTexts
{
    /// <summary>Keys of a member's texts, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(Review review, string memberId)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        Find(JsonSerializer.SerializeToNode(review, WorkflowJson.Options), memberId, mine: false, keys);
        return [.. keys];
    }

    private static void Find(JsonNode? node, string memberId, bool mine, SortedSet<string> keys)
    {
        switch (node)
        {
            case JsonObject part:
                mine |= part["memberId"] is JsonValue id && id.TryGetValue(out string? whose) && whose == memberId;
                foreach (var (name, value) in part)
                {
                    if (mine && name == "content" && value is JsonValue key && key.TryGetValue(out string? text))
                        _ = keys.Add(text);
                    else
                        Find(value, memberId, mine, keys);
                }
                break;
            case JsonArray list:
                foreach (var item in list)
                    Find(item, memberId, mine, keys);
                break;
        }
    }
}
