using System.Text.Json;
using CtVoice.Core.Conversations.Sending;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>What a request of Event Grid carries.</summary>
/// <param name="ValidationCode">The code of a subscription's handshake; null when there is none.</param>
/// <param name="Reports">What became of emails.</param>
public sealed record DeliveryEvents(string? ValidationCode, IReadOnlyList<DeliveryReport> Reports)
{
    private const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private const string Delivered = "Microsoft.Communication.EmailDeliveryReportReceived";

    private const int MostOfAnId = 500;

    // Event Grid sends at most 1 MB at a time; an event is a few hundred bytes.
    private const int Most = 5000;

    /// <summary>
    /// Reads events of the Event Grid schema or of CloudEvents 1.0, one or many. Null when the body is no JSON; events that
    /// nothing here knows are left out.
    /// </summary>
    public static DeliveryEvents? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var events = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Take(Most).ToList() : [root];
            string? code = null;
            var reports = new List<DeliveryReport>();
            foreach (var item in events)
            {
                // eventType in one schema, type in the other.
                var type = JsonText.Text(item, "eventType", "type");
                if (JsonText.Get(item, "data") is not { } data)
                    continue;
                if (type == Validation)
                    code ??= JsonText.Text(data, "validationCode");
                else if (type == Delivered && Report(data) is { } report)
                    reports.Add(report);
            }
            return new(code, reports);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DeliveryReport? Report(JsonElement data) =>
        JsonText.Text(data, "messageId") is { Length: > 0 } id && DeliveryReport.StatusOf(JsonText.Text(data, "status")) is { } status
            ? new(id, status, null)
            { MailId = MessageId.Bare(JsonText.Text(data, "internetMessageId")) is { Length: <= MostOfAnId } mail ? mail : null }
            : null;
}
