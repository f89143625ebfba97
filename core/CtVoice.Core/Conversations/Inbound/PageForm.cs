using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>What a member does on their page.</summary>
public enum PageAction
{
    /// <summary>Answers a question.</summary>
    Answer,

    /// <summary>Takes back what they said.</summary>
    Withdraw,

    /// <summary>Does not want to answer.</summary>
    Decline,

    /// <summary>Wants no more messages by the channel that brought the link.</summary>
    Stop,

    /// <summary>Says whether a person may call, and leave a message.</summary>
    Calls,
}

/// <summary>
/// A form that a member sent from their page. It is stored like any other message: the words as they were written, and
/// beside them what was ticked.
/// </summary>
/// <param name="Action">What it does.</param>
/// <param name="Source">The review of the link, or its talk.</param>
/// <param name="MemberId">The member of the link.</param>
/// <param name="SentBy">Channel that brought the link.</param>
public sealed record PageForm(
    PageAction Action, [property: JsonPropertyName("reviewId")] QuestionSource Source, string MemberId, Channel SentBy)
{
    /// <summary>Name of the channel.</summary>
    public const Channel Channel = Board.Channel.Page;

    private const string Prefix = "page:";

    /// <summary>Number of the question, or its step in a talk; null unless it answers one.</summary>
    public int? Question { get; init; }

    /// <summary>What it answers after the review's own questions; null when it answers one of those.</summary>
    public FollowUpKind? FollowUp { get; init; }

    /// <summary>The option that was ticked; null when none was.</summary>
    public int? Choice { get; init; }

    /// <summary>The member's own code was typed: it is them, and not somebody else who holds the link.</summary>
    public bool Proven { get; init; }

    /// <summary>To be counted and not quoted.</summary>
    public bool NotQuoted { get; init; }

    /// <summary>An answer as it would be sent by message: the option first, then the words.</summary>
    public static string Answer(int? choice, string words) => $"{choice} {words}".Trim();

    /// <summary>The form as a message.</summary>
    /// <param name="link">The link whose page it is.</param>
    /// <param name="once">Names this filling in of the form: sent twice, it is stored once.</param>
    /// <param name="words">What was written; empty when nothing was.</param>
    /// <param name="receivedAt">When it reached us.</param>
    public InboundMessage ToMessage(MemberLink link, string once, string words, DateTimeOffset receivedAt)
    {
        // What was ticked and written as well: whoever goes back and writes something else has sent something else.
        var form = JsonSerializer.Serialize(this, WorkflowJson.Options);
        var name = $"{link.Hash}|{once}|{form}|{words}";
        return new(Channel, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))), MemberId, Channel.Name(), null, words,
            receivedAt)
        {
            Form = Prefix + form,
        };
    }

    /// <summary>Reads the form of a stored message.</summary>
    /// <exception cref="InvalidOperationException">The message is no form.</exception>
    public static PageForm Of(InboundMessage message) =>
        message.Form is { } form && form.StartsWith(Prefix, StringComparison.Ordinal)
            ? JsonSerializer.Deserialize<PageForm>(form[Prefix.Length..], WorkflowJson.Options)!
            : throw new InvalidOperationException($"Message {message.Id} is no form of a page.");
}
