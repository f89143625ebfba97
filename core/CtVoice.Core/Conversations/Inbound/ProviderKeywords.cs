using System.Collections.Frozen;
using CtVoice.Core.Board;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Whether the provider of text messages answers STOP, START and HELP itself.</summary>
public enum KeywordHandling
{
    /// <summary>Nobody but us answers: simulated phones.</summary>
    Ours,

    /// <summary>The provider's default handling, the only one of toll-free numbers: its own whole words.</summary>
    Default,

    /// <summary>Advanced Opt-Out: its own whole words, and what its <c>OptOutType</c> names.</summary>
    Advanced,
}

/// <summary>Which messages the provider has answered already: they get no second reply. Spanish words are always ours.</summary>
internal static class ProviderKeywords
{
    // "Twilio support for opt-out keywords", Twilio documentation: single-word messages only, case ignored.
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "START", "YES", "UNSTOP", "HELP", "INFO"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the provider has answered a message, whether or not it said so.</summary>
    internal static bool Answered(KeywordHandling handling, InboundMessage message) =>
        handling != KeywordHandling.Ours && message.Channel is Channel.Sms
            && (message.AnsweredByProvider is not null || Words.Contains(message.Text.Trim()));
}
