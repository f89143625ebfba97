namespace CtVoice.Core.Board;

/// <summary>A way in which a member answers; all count the same. Written <c>sms</c>, <c>email</c>, <c>page</c>,
/// <c>phone-dictated</c>.</summary>
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
}

/// <summary>What follows from a channel.</summary>
public static class Channels
{
    /// <summary>True when a question can be brought to a member on this channel by itself.</summary>
    public static bool CanInvite(this Channel channel) => channel is not Channel.Page;
}
