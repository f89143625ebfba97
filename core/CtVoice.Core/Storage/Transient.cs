namespace CtVoice.Core.Storage;

/// <summary>A failure that knows whether it passes by itself.</summary>
public interface IFault
{
    /// <summary>True when the same call may succeed later (busy, throttled, connection lost).</summary>
    bool IsTransient { get; }
}

/// <summary>Tells failures that pass from those that come again with every attempt.</summary>
public static class Transient
{
    /// <summary>Whether the same work may succeed later, without anybody changing anything.</summary>
    public static bool Is(Exception failure) => failure switch
    {
        IFault fault => fault.IsTransient,
        AggregateException many => many.InnerExceptions.Any(Is),
        OperationCanceledException or TimeoutException or IOException => true,
        // Core knows of no network; what carries a call over one fails in these ways.
        _ => failure.GetType().FullName is "System.Net.Http.HttpRequestException" or "System.Net.Sockets.SocketException"
            or "Azure.RequestFailedException",
    };
}
