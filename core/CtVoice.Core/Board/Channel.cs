namespace CtVoice.Core.Board;

/// <summary>A way in which a member answers; all count the same. Written <c>sms</c>, <c>email</c>, <c>page</c>,
/// <c>phone-dictated</c>, <c>letter</c>.</summary>
public enum Channel
{
    /// <summary>Text message.</summary>
    Sms,

    /// <summary>Email.</summary>
    Email,

    /// <summary>The accessible page behind a link. The link comes by SMS or email: a page alone reaches nobody.</summary>
    Page,

    /// <summary>A call in which the coordinator writes down what the member says.</summary>
    PhoneDictated,

    /// <summary>A letter on paper, which a person prints and posts. It is answered on the page behind its link, or on paper.</summary>
    Letter,
}

/// <summary>What follows from a channel.</summary>
public static class Channels
{
    private static readonly string[] Names = ["sms", "email", "page", "phone-dictated", "letter"];

    /// <summary>As it is written in rows, forms and answers.</summary>
    public static string Name(this Channel channel) => Names[(int)channel];

    /// <summary>The channel of a name.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static Channel Named(string name) => Array.IndexOf(Names, name) is >= 0 and var at
        ? (Channel)at
        : throw new FormatException("There is no such channel.");

    /// <summary>True when a question can be brought to a member on this channel by itself.</summary>
    public static bool CanInvite(this Channel channel) => channel is not Channel.Page;
}
