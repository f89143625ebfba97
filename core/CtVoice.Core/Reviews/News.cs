namespace CtVoice.Core.Reviews;

/// <summary>Something about a recommendation that members who replied are told, in the order in which it happened.</summary>
/// <param name="Recommendation">Its number.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
public sealed record News(int Recommendation, NewsKind Kind, DateTimeOffset At);

/// <summary>What happened.</summary>
public enum NewsKind
{
    /// <summary>It was answered, the first time or anew.</summary>
    Answered,

    /// <summary>What was promised is shown to be done.</summary>
    Delivered,

    /// <summary>What was said to be done is not.</summary>
    DeliveryRejected,

    /// <summary>The promised day has passed.</summary>
    NotDelivered,

    /// <summary>It is promised for another day.</summary>
    NewDate,
}
