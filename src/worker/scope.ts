/** The parts of a worker's surroundings that the DOM types leave out. */
export interface WorkerEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

export interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

export interface MessageToWorker extends WorkerEvent {
  readonly data: unknown;
}

interface Events {
  readonly install: WorkerEvent;
  readonly activate: WorkerEvent;
  readonly fetch: FetchEvent;
  readonly message: MessageToWorker;
}

export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: (options: {
      includeUncontrolled: boolean;
    }) => Promise<readonly { readonly url: string }[]>;
  };
  readonly location: Location;
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <K extends keyof Events>(
    kind: K,
    act: (event: Events[K]) => void,
  ) => void;
}
