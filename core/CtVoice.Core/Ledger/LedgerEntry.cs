using System.Text.Json.Nodes;

namespace CtVoice.Core.Ledger;

/// <summary>What a decision says of itself, before it has a place in the ledger.</summary>
/// <param name="Type">Past-tense name of what happened, e.g. <c>reply-accepted</c>.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Facts">Ids, counts, dates and reasons; never a name, an address or what somebody wrote.</param>
/// <param name="Contents">Keys of texts stored by the same decision; the entry holds a salted digest of each.</param>
public sealed record LedgerDraft(string Type, Actor Actor, JsonObject Facts, IReadOnlyList<string>? Contents = null)
{
    /// <summary>A draft without texts.</summary>
    public static LedgerDraft Of(string type, Actor actor, params ReadOnlySpan<(string Name, JsonNode? Value)> facts)
    {
        var json = new JsonObject();
        foreach (var (name, value) in facts)
        {
            if (value is not null)
                json[name] = value;
        }
        return new(type, actor, json);
    }

    /// <summary>Several numbers as one fact.</summary>
    public static JsonArray Numbers(IEnumerable<int> numbers) => new([.. numbers.Select(n => (JsonNode)n)]);
}

/// <summary>Who acted.</summary>
/// <param name="Role">One of system, agency, coordinator, deputy, auditor, member.</param>
/// <param name="Id">Agency code, key id, or a member's pseudonym in this review; null for the system.</param>
public sealed record Actor(string Role, string? Id = null)
{
    /// <summary>The software itself.</summary>
    public static Actor System { get; } = new("system");

    /// <summary>An agency, by its code.</summary>
    public static Actor Agency(string code) => new("agency", code);

    /// <summary>A board member, by the pseudonym of this review.</summary>
    public static Actor Member(string pseudonym) => new("member", pseudonym);

    /// <summary>A coordinator, by the id of the key that was used.</summary>
    public static Actor Coordinator(string keyId) => new("coordinator", keyId);
}

/// <summary>One entry as stored: the exact text that was hashed, and the hash over it and the entry before.</summary>
/// <param name="Number">1, 2, 3, ... without gaps.</param>
/// <param name="Text">The exact JSON text.</param>
/// <param name="Hash">Lower-case hex SHA-256.</param>
public sealed record LedgerEntry(int Number, string Text, string Hash);
