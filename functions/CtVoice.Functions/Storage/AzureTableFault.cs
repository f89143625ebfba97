using Azure;
using CtVoice.Core.Storage;

namespace CtVoice.Functions.Storage;

/// <summary>What the service's refusals and faults mean to the port.</summary>
internal static class AzureTableFault
{
    /// <summary>The refusal that a caller is expected to meet, or null. Source: "Table service error codes", Microsoft Learn.</summary>
    public static BatchRefusal? Refusal(RequestFailedException failure) => (failure.Status, failure.ErrorCode) switch
    {
        (409, "EntityAlreadyExists") => BatchRefusal.Exists,
        (412, "UpdateConditionNotSatisfied" or "ConditionNotMet") => BatchRefusal.Changed,
        (404, "ResourceNotFound" or "EntityNotFound") => BatchRefusal.Missing,
        _ => null,
    };

    /// <summary>
    /// The fault behind an exception; null for what is none of the storage (an error of ours, a caller that gave up).
    /// Messages of the service are left out: they can hold keys and values.
    /// </summary>
    public static TableFaultException? Of(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        RequestFailedException { Status: 0 } => new("The table storage could not be reached.", true, failure),
        RequestFailedException { Status: 408 or 429 or >= 500 } busy =>
            new($"The table storage is busy ({busy.Status} {busy.ErrorCode}).", true, failure),
        RequestFailedException refused =>
            new($"The table storage refused a request ({refused.Status} {refused.ErrorCode}).", false, failure),
        // All attempts of the transport failed, or its own time limit passed.
        AggregateException or IOException => new("The table storage could not be reached.", true, failure),
        OperationCanceledException when !cancellationToken.IsCancellationRequested =>
            new("The table storage did not answer in time.", true, failure),
        _ => null,
    };
}
