using System.Collections.Concurrent;

namespace CtVoice.Local.Engine;

/// <summary>The instances that have something to do, and those whose code is kept in memory while they wait. Thread-safe.</summary>
/// <param name="live">How many waiting ones are kept.</param>
internal sealed class Slots(int live)
{
    private readonly ConcurrentDictionary<long, Slot> slots = new();
    private readonly ConcurrentQueue<Slot> kept = new();

    /// <summary>Adds something that arrived to its instance; the instance when nobody runs its turns yet and the caller is to.</summary>
    internal Slot? Add(Pending arrived)
    {
        while (true)
        {
            var slot = slots.GetOrAdd(arrived.Instance, static key => new Slot(key));
            lock (slot)
            {
                if (slot.Gone)
                    continue;
                slot.Arrivals.Add(arrived);
                if (slot.Busy)
                    return null;
                slot.Busy = true;
                return slot;
            }
        }
    }

    /// <summary>Takes what arrived for the next turn; null when nothing did, and the caller runs the turns no longer.</summary>
    internal List<Pending>? Take(Slot slot)
    {
        lock (slot)
        {
            if (slot.Arrivals.Count == 0)
            {
                slot.Busy = false;
                Keep(slot);
                return null;
            }
            (var batch, slot.Arrivals) = (slot.Arrivals, []);
            return batch;
        }
    }

    /// <summary>Keeps the code of a waiting instance in memory, and lets the one go that has been kept longest.</summary>
    private void Keep(Slot slot)
    {
        if (slot.Live is null || live == 0)
        {
            Drop(slot);
            return;
        }
        kept.Enqueue(slot);
        while (kept.Count > live && kept.TryDequeue(out var oldest))
        {
            // Never waits for a slot that is at work, so two of them cannot wait for each other.
            if (Monitor.TryEnter(oldest))
            {
                if (!oldest.Busy)
                    Drop(oldest);
                Monitor.Exit(oldest);
            }
        }
    }

    private void Drop(Slot slot)
    {
        slot.Gone = true;
        slot.Live = null;
        slots.TryRemove(KeyValuePair.Create(slot.Instance, slot));
    }
}
