namespace CtVoice.Web.OpenApi;

/// <summary>Refusals that follow from what an endpoint is, each described once for all operations.</summary>
internal static class Refused
{
    internal static readonly int[] All = [400, 401, 403, 404, 413, 415, 429];

    /// <summary>What refuses callers of an operation; what the operation describes itself is not among them.</summary>
    internal static IEnumerable<int> Refusals(this Operation operation)
    {
        var reads = operation.Body.Kind is not BodyKind.None;
        var asks = operation.Access.Kind is AccessKind.Key;
        var strict = reads && operation.Access.Kind is not AccessKind.Webhook;
        (int Status, bool Possible)[] refusals =
        [
            (400, strict), (401, asks), (403, asks), (404, operation.Values.Any()), (413, reads && !operation.BodyLimit.Cuts),
            (415, strict),
            (429, operation.Rate.Burst > 0),
        ];
        return refusals.Where(r => r.Possible && operation.Answers.All(a => a.StatusCode != r.Status)).Select(r => r.Status);
    }

    internal static string Name(int status) => Of(status).Name;

    internal static (string Name, Problem Problem) Of(int status) => status switch
    {
        400 => ("Faults", Problem.Faults("/questions/0/text", "Missing; send text.")),
        401 => ("NoAccess", Problem.NoAccess()),
        403 => ("NotYours", Problem.NotYours()),
        404 => ("NotFound", Problem.NotFound()),
        413 => ("TooLarge", Problem.TooLarge(BodyLimit.Ordinary.Bytes)),
        415 => ("WrongContentType", Problem.WrongContentType("application/json in UTF-8")),
        _ => ("TooOften", Problem.TooOften(TimeSpan.FromSeconds(1))),
    };
}
