namespace CtVoice.Testing;

/// <summary>When tests begin that need no date of their own; their clock is a <c>FakeTimeProvider</c>,
/// which moves when it is advanced.</summary>
public static class TestTime
{
    /// <summary>Monday 4 January 2027, 09:00 in Connecticut.</summary>
    public static DateTimeOffset Monday { get; } = new(2027, 1, 4, 14, 0, 0, TimeSpan.Zero);
}
