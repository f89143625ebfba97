using System.Collections.Concurrent;
using CtVoice.Functions.Tests.Worker.Protocol;
using Grpc.Core;

namespace CtVoice.Functions.Tests.Worker;

/// <summary>
/// The host's end of the worker's stream: what is asked is answered by the message of the same request, what is invoked by
/// the response of the same invocation. Thread-safe.
/// </summary>
internal sealed class WorkerChannel : FunctionRpc.FunctionRpcBase, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource<IServerStreamWriter<StreamingMessage>> worker =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> waiting = new();
    private readonly ConcurrentQueue<string> log = new();
    private readonly SemaphoreSlim writing = new(1);

    /// <summary>What the worker logged, its errors with their exceptions.</summary>
    public IEnumerable<string> Log => log;

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
                Hear(message, responseStream);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            log.Enqueue("The worker has gone.");
        }
    }

    /// <summary>Asks and waits for the answer; the first question waits until the worker has come.</summary>
    public async Task<StreamingMessage> AskAsync(StreamingMessage message, string? answeredAs = null)
    {
        var id = answeredAs ?? (message.RequestId = Guid.NewGuid().ToString());
        var answer = waiting.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await TellAsync(message);
        return await answer.Task.WaitAsync(Patience);
    }

    public async Task TellAsync(StreamingMessage message)
    {
        var stream = await worker.Task.WaitAsync(Patience);
        await writing.WaitAsync();
        try
        {
            await stream.WriteAsync(message);
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    private void Hear(StreamingMessage message, IServerStreamWriter<StreamingMessage> stream)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                worker.TrySetResult(stream);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                log.Enqueue($"{message.RpcLog.Category}: {message.RpcLog.Message} {message.RpcLog.Exception?.Message}".TrimEnd());
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                Answer(message.InvocationResponse.InvocationId, message);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                Answer(message.FunctionLoadResponse.FunctionId, message);
                break;
            default:
                Answer(message.RequestId, message);
                break;
        }
    }

    private void Answer(string id, StreamingMessage message)
    {
        if (waiting.TryRemove(id, out var asked))
            asked.TrySetResult(message);
    }
}
